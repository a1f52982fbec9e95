"""Workers: things worked on by several processes, with what comes of each in order.

Workers are forked, so they have all that this process has, and nothing is sent to them; what they
send back is MessagePack. They know nothing of pages. However many there are, the same comes out;
none is left when the work is done, given up or interrupted.
"""
