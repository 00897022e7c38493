"""One module per command."""

import gc

# A command loads modules before all else; looking through them again and again for cycles would
# cost a tenth of its start.
gc.set_threshold(200_000)
