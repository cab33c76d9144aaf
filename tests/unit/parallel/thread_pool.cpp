// SPDX-License-Identifier: Apache-2.0
// Threads that wait for work.
#include "parallel/thread_pool.hpp"

#include "support/catch.hpp"

#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <memory>
#include <new>
#include <optional>

namespace test_thread_pool {

using tieuchi::impl::parallel::thread_pool;

TEST_CASE("each batch is worked on by as many as are wanted") {
    thread_pool threads;
    for (const std::size_t count : {1U, 3U, 2U, 4U, 1U, 4U}) {
        std::vector<std::atomic<int>> calls(4);
        threads.run(count, [&](std::size_t worker) { ++calls[worker]; });
        for (std::size_t i = 0; i < 4; ++i) { CHECK(calls[i] == (i < count ? 1 : 0)); }
    }
}

TEST_CASE("many batches, one after the other") {
    thread_pool threads;
    std::atomic<int> calls = 0;
    for (int batch = 0; batch < 2'000; ++batch) {
        threads.run(3, [&](std::size_t) { ++calls; });
    }
    CHECK(calls == 6'000);
}

TEST_CASE("a batch within a batch is worked on by whoever asks") {
    thread_pool threads;
    std::atomic<int> calls = 0;
    threads.run(2, [&](std::size_t) { threads.run(2, [&](std::size_t) { ++calls; }); });
    CHECK(calls == 2);
}

TEST_CASE("what a worker throws comes to the one who asked, and the next batch is as ever") {
    thread_pool threads;
    for (const std::size_t who : {0U, 1U}) {
        CHECK_THROWS_AS(threads.run(2,
                                    [&](std::size_t worker) {
                                        if (worker == who) { throw std::bad_alloc(); }
                                    }),
                        std::bad_alloc);
        std::atomic<int> calls = 0;
        threads.run(2, [&](std::size_t) { ++calls; });
        CHECK(calls == 2);
    }
}

TEST_CASE("a fork has threads of its own, and waits for none that it has not") {
    std::optional<thread_pool> threads(std::in_place);
    const auto work = [&] {
        std::atomic<int> calls = 0;
        threads->run(3, [&](std::size_t) { ++calls; });
        return calls.load();
    };
    REQUIRE(work() == 3);
    const pid_t child = fork();
    if (child == 0) {
        alarm(20); // a child that waits ends by itself
        const bool works = work() == 3 && work() == 3;
        threads.reset();
        _exit(works ? 0 : 1);
    }
    int status = -1;
    REQUIRE(waitpid(child, &status, 0) == child);
    CHECK(status == 0);
    CHECK(work() == 3);
}

} // namespace test_thread_pool
