"""Jobs on files in processes of their own, so that nothing a reader does can end the run.

The processes are started as `python -c`, not by `multiprocessing`: the main module is not imported again, no open
file is inherited, and it is the same on every system, in a script as in a notebook. A process serves many files. It
ends itself when its time is over, and when its parent is gone: reading from a closed pipe is its end.
"""
