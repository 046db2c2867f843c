"""Reading what strangers made, in processes of its own: bounded in time, memory and size of the answer."""
