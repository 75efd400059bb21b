"""Benchmarks: ratios measured side by side in one run. They print figures and assert nothing."""
