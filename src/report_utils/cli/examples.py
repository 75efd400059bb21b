"""The commands by what they are for, in the order in which they are used, with what a person may type."""

from __future__ import annotations

from collections.abc import Mapping

EXAMPLES: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "Bắt đầu": {
        "doctor": ("baocao doctor", "baocao doctor --json"),
        "init": ("baocao init bao-cao", "baocao init"),
        "new-agency": ("baocao new-agency so-y-te", "baocao new-agency --example > so-y-te.yaml",
                       "baocao new-agency so-y-te --from so-y-te.yaml"),
        "samples": ("baocao samples so-y-te 2025-Q3",),
        "completion": ("baocao completion bash", "baocao completion powershell"),
    },
    "Trong kỳ báo cáo": {
        "forms": ("baocao forms so-y-te 2025-Q3", "baocao forms so-y-te 2025-Q3 --out bieu-mau"),
        "status": ("baocao status so-y-te 2025-Q3",),
        "check": ("baocao check so-y-te 2025-Q3", "baocao check so-y-te 2025-Q3 --json > phat-hien.jsonl"),
        "remind": ("baocao remind so-y-te 2025-Q3", "baocao remind so-y-te 2025-Q3 --each"),
        "adjust": ("baocao adjust so-y-te 2025-Q3",
                   'baocao adjust so-y-te 2025-Q3 --unit vp --cell "Bổ nhiệm!C8" --value 5 --why "Gõ nhầm" --by "A"',
                   "baocao adjust so-y-te 2025-Q3 --remove 1"),
        "run": ("baocao run so-y-te 2025-Q3", "baocao run so-y-te 2025-Q3 --final --pdf"),
        "trace": ("baocao trace so-y-te 2025-Q3 dossiers.resolved.overdue",
                  "baocao trace so-y-te 2025-Q3 dossiers.received --full"),
        "publish": ("baocao publish so-y-te 2025-Q3",),
        "batch": ("baocao batch", "baocao batch so-y-te --period 2025-Q3 --period 2025-9M --workers 4"),
    },
    "Kiểm tra một tệp": {
        "lint": ('baocao lint "Báo cáo.docx"', 'baocao lint "Báo cáo.docx" --fix'),
        "review": ('baocao review "Báo cáo.docx" --period 2025-Q3',
                   'baocao review "Báo cáo.docx" --beside "Kế hoạch.docx"'),
        "compare": ('baocao compare "Báo cáo đã ký.docx" --agency so-y-te --period 2025-Q3',),
        "verify": ("baocao verify reports/so-y-te/2025-Q3",),
        "scan": ("baocao scan danh-sach.xlsx", "baocao scan danh-sach.csv --threshold 10"),
        "pdf": ('baocao pdf "Báo cáo.docx"', 'baocao pdf "Báo cáo.docx" --out bao-cao.pdf'),
    },
}
"""Heading -> command -> examples, each a whole line."""
