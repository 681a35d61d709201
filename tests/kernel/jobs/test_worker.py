"""Workers are killed at any moment; no job is lost and each effect happens once."""

import random
import signal
import threading
import time

import pytest
from django.db import connection

from linli.kernel.jobs import Call, later, later_many, requeue, run_worker, standing
from linli.kernel.jobs.waiting import MOST_KILLS

pytestmark = pytest.mark.fault


def all_done():
    now = standing()
    return now.due == now.running == now.scheduled == 0


def test_killed_mid_job_again_and_again_every_effect_happens_once(workshop, effects, worker, eventually):
    names = [f"{no:03}" for no in range(60)]
    later_many(workshop.slowly_once, [Call({"what": f"a{name}"}) for name in names])
    later_many(workshop.commits_then_dawdles, [Call({"what": f"b{name}"}) for name in names])
    for _ in range(4):
        process, before = worker(), len(effects())
        eventually(lambda before=before: len(effects()) > before)
        time.sleep(random.random() * 0.3)
        process.kill()
        process.wait()
        assert standing().running > 0
    worker(), worker()
    eventually(all_done)
    assert effects() == [f"a{name}" for name in names] + [f"b{name}" for name in names]
    assert standing().failed == 0


def test_told_to_stop_a_worker_finishes_what_it_began(workshop, effects, worker, eventually):
    later_many(workshop.commits_then_dawdles, [Call({"what": str(no)}) for no in range(100)])
    process = worker()
    eventually(effects)
    process.send_signal(signal.SIGTERM)
    assert process.wait(timeout=10) == 0
    assert standing().running == 0
    assert standing().due >= 100 - len(effects()) > 0  # the clock may have added one


def test_a_failed_job_is_tried_again_and_a_hopeless_one_stays_for_people_to_see(workshop, effects, worker, eventually):
    later(workshop.fails_at_first, key="k", what="second try")
    later(workshop.never)
    worker()
    eventually(lambda: standing().scheduled == 1)
    later(workshop.fails_at_first, key="k", what="same key")
    eventually(all_done)
    assert effects() == ["same key", "second try"]
    assert standing().failed == 1


def test_a_job_that_kills_its_workers_is_given_up(workshop):
    later(workshop.plain, what="deadly")
    with connection.cursor() as cursor:
        cursor.execute("UPDATE procrastinate_jobs SET status = 'doing', attempts = %s", [MOST_KILLS - 1])
        assert (requeue(), standing().due) == (1, 1)
        cursor.execute("UPDATE procrastinate_jobs SET status = 'doing'")
        assert (requeue(), standing().failed) == (1, 1)


def test_a_living_workers_jobs_are_left_alone(workshop, effects, worker, eventually):
    later(workshop.commits_then_dawdles, what="long")
    worker()
    eventually(effects)
    assert standing().running >= 1
    assert requeue() == 0
    eventually(all_done)


def test_the_worker_outlives_the_database_dropping_it(workshop, effects, worker, eventually, drop_connections):
    worker()
    names = [f"{no:03}" for no in range(80)]
    for start in range(0, 80, 20):
        later_many(workshop.slowly_once, [Call({"what": name}) for name in names[start : start + 20]])
        eventually(lambda start=start: len(effects()) > start + 5)
        drop_connections()
    eventually(all_done)
    assert effects() == names


def test_a_worker_in_a_thread_stops_with_its_event(workshop, effects, eventually):
    stop = threading.Event()
    later(workshop.plain, what="in a thread")
    thread = threading.Thread(target=run_worker, kwargs={"stop": stop, "stop_on_signals": False, "concurrency": 2})
    thread.start()
    try:
        eventually(effects)
    finally:
        stop.set()
        thread.join(timeout=10)
    assert not thread.is_alive()
