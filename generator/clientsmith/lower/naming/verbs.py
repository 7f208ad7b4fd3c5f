"""Verbs: what people do with things, as APIs call it."""

from __future__ import annotations

_WORDS = """
abort accept acknowledge activate add advance append apply approve archive
ask assign attach authorize ban bind block boot buy calculate cancel capture
change check choose claim clear clone close commit compact compare compile
complete compute confirm connect convert copy create deactivate decline
decode decrement decrypt dedupe delete deliver deny deploy destroy detach
disable disconnect dismiss dispatch download drop duplicate edit enable
encode encrypt end enqueue estimate evaluate exchange execute exist expand
expire export extend extract fail fetch finalize find finish follow force
fork fund generate get grant hangup has head import increment insert install
introspect invalidate invite invoke is issue join kick kill leave link list
load lock login logout make mark merge migrate modify move mutate mute
notify open opt paginate patch pause pay pin ping post power preview process
promote prune publish pull purchase purge push put query reactivate read
reboot rebuild recompile recover recycle redact redeem redeploy refer
refresh refund regenerate register reject release reload remove rename
render renew reopen replace reply report reprioritize request rerun rescue
resend reset resize resolve restart restore resume resync retrieve retry
return reveal revert revoke rollback rotate run save schedule scroll search
send set share ship show shutdown sign simulate skip start stop submit
subscribe summarize suspend swap sync terminate test tokenize transcribe
transfer translate trigger trust unarchive unassign unban unblock undelete
unfollow uninstall unlink unlock unmute unpin unpublish unschedule unset
unsubscribe unsuspend update upgrade upload upsert validate verify view void
wait watch write
"""
VERBS = frozenset(_WORDS.split())
"""What people do with things; a word that is also a thing has to be one here."""
ACTS = VERBS - frozenset(
    {
        "head",
        "issue",
        "link",
        "report",
        "request",
        "test",
        "view",
    },
)
"""Verbs that, at the end of a path, name an act rather than a thing."""
GETTING = frozenset({"fetch", "find", "get", "load", "query", "read", "retrieve"})
METHODS = frozenset({"get", "patch", "post", "put"})
"""Methods of HTTP that some write for what is done."""
LISTS = frozenset({"collection", "list"})
"""Words for several of what stands before them."""
HOW = frozenset({"batch", "bulk"})
"""Words that stand before a verb, or at the end, and say how."""
