/* The same as Vietnamese.stem of conf.py: a word in small letters without marks. */
var Stemmer = function () {
  this.stemWord = function (word) {
    return word.toLowerCase().replace(/đ/g, "d").normalize("NFD").replace(/\p{M}/gu, "");
  };
};
