"""Reports read back: what does not agree in one, and what people changed in one of ours."""
