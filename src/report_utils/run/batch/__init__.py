"""Many runs at once: which, in which processes or on which cluster, and what came of them."""
