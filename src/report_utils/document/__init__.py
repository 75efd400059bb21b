"""How it looks: text templates -> blocks -> Word, in the layout of Decree 30/2020/NĐ-CP."""
