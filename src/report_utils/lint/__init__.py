"""Any Word file against the layout of Decree 30/2020/NĐ-CP, Appendix I."""
