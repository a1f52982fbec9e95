"""A build that has something to look into: from pages as they are now to the output folder."""

import os
from collections.abc import Callable
from contextlib import nullcontext

from msgspec import Struct

from docgen.config import Target
from docgen.edits.decision import MERGE_EDITS, EditPolicy
from docgen.output.apply import apply
from docgen.output.lock import locked
from docgen.output.plan import Applied, Plan, WriteScope
from docgen.output.planning import plan
from docgen.overlay import Overlay
from docgen.rebuild.cache import MEMORY, SETTLED, STAGED, Cache
from docgen.rebuild.hands import Hands
from docgen.rebuild.identity import identity
from docgen.rebuild.leftovers import leave, let_go
from docgen.rebuild.make import Job, Texts, made, made_key
from docgen.rebuild.memory import Made, Memory
from docgen.rebuild.merging import Merging
from docgen.rebuild.now import Now, looked_at, sure
from docgen.rebuild.result import Built, Progress
from docgen.rebuild.settle import settled
from docgen.rebuild.standing import Look, Standing, seen, standing


class Site(Struct, frozen=True, kw_only=True):
    """One target, looked at and not yet made: all are looked at before one is written.

    What comes of an `overlay` is remembered apart: it may not be on the disk next time.
    """

    target: Target
    cache: Cache
    last: Memory | None
    now: Now
    overlay: Overlay
    terms: EditPolicy


def site(target: Target, cache: Cache, overlay: Overlay, terms: EditPolicy) -> Site:
    """Look at the pages of a target; what the last run left is let go."""
    let_go()
    last = cache.newest([MEMORY, STAGED] if overlay else [MEMORY], Memory)
    now = looked_at(target, last.pages if last else {}, overlay)
    return Site(
        target=target, cache=cache, last=last, now=now, overlay=overlay, terms=terms
    )


def rebuild(site: Site, progress: Progress, hands: Hands, *, checks: bool) -> Built:
    """Bring the output in line, or only tell what that would take."""
    last = site.last
    job = Job(
        target=site.target,
        now=site.now,
        identity=identity(
            site.target, last.identity if last else None, site.cache.surroundings
        ),
        cache=site.cache,
        progress=progress,
        hands=hands,
    )
    look = Look(site.target.output, last.output if last else {}, hands.aside)
    result = _result(job, last.made if last else None, look.begin)
    with nullcontext() if checks else locked(site.target.output):
        there = _there(job, result, last, site.overlay, look)
        planned = _plan(job, result, there, site)
        done = Applied() if checks else apply(planned, site.target.output)
    built = Built(plan=planned, done=done, told=result.told, pages=len(site.now.pages))
    _remember(site, job, result, there, built)
    return built


def _result(job: Job, last: Made | None, meanwhile: Callable[[], None]) -> Made:
    is_same = last is not None and last.key == made_key(job)
    return last if last and is_same else made(job, last, meanwhile)


def _there(
    job: Job, result: Made, last: Memory | None, overlay: Overlay, look: Look
) -> Standing:
    output = os.path.abspath(job.target.output)
    paths = (
        entry.path
        for entry in result.entries
        if not overlay or os.path.join(output, entry.path) not in overlay
    )
    return standing(
        job.target.output,
        paths,
        last.output if last else {},
        is_as_seen=look.is_as_seen(),
    )


def _plan(job: Job, result: Made, there: Standing, site: Site) -> Plan:
    return plan(
        result.entries,
        Texts(job, result),
        job.target.output,
        WriteScope(unreadable=result.unreadable, policy=site.terms),
        digests=there.digests,
        overlay=site.overlay,
        merge=Merging(job.identity, job.cache.texts),
    )


def _remember(
    site: Site, job: Job, result: Made, there: Standing, built: Built
) -> None:
    """Keep what is sure of this run for the next one."""
    digests = {entry.path: entry.digests[0] for entry in result.entries}
    memory = Memory(
        identity=job.identity,
        pages=sure({one.location: one.seen for one in job.now.pages}, job.now.begun),
        output=sure(seen(there, built.plan, digests), job.now.begun),
        made=result,
    )
    leave(site, memory, there, built)
    _keep_blobs(site.cache, result)
    if site.overlay:
        site.cache.keep(STAGED, memory)
        return
    paths = [
        *digests,
        *(path for path in built.plan.last.records if path not in digests),
    ]
    end = settled(job.identity, job.now, built, job.target.output, paths)
    is_whole = site.terms == MERGE_EDITS and result.key
    if site.cache.keep(MEMORY, memory) and end and is_whole:
        site.cache.keep(SETTLED, end)


def _keep_blobs(cache: Cache, result: Made) -> None:
    has_facts = cache.facts.keep()
    has_texts = cache.texts.keep(result.texts.values())
    if has_facts or has_texts:
        cache.tidy()
