"""How it is executed: stages, notebooks through papermill, staging folder, lock, manifest."""
