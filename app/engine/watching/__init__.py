"""Watched folders: what comes into them becomes batches by itself, each version of a file once.

`settling` tells when a file has come to rest, `rules` which folders may be watched and which names count, `hints` hears
what the system reports, `watcher` is the one thread that looks, and `commands` adds and removes. What was taken is kept
by `store.watching`, in the commit that makes the batch.
"""
