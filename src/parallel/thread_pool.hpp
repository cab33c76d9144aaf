// SPDX-License-Identifier: Apache-2.0
/// \file
/// Threads that wait for the next batch: starting new ones for each would take a good part of the time of a small batch.
#pragma once

#include <tieuchi/columns.hpp>

#include <atomic>
#include <cstddef>
#include <functional>

namespace TIEUCHI_NAMESPACE::impl::parallel {

class thread_pool {
public:
    thread_pool();
    thread_pool(const thread_pool&) = delete;
    thread_pool(thread_pool&&) = delete;
    thread_pool& operator=(const thread_pool&) = delete;
    thread_pool& operator=(thread_pool&&) = delete;
    ~thread_pool();

    /// Calls `task(0)` itself and `task(1)` … `task(count - 1)` on its own threads, as far as the machine has any and they are not busy with
    /// another batch; so each task must do all the work that is left. Returns when all tasks that were started are done, and rethrows what
    /// one of them threw.
    void run(std::size_t count, const std::function<void(std::size_t)>& task);

private:
    class workers;

    [[nodiscard]] workers& threads();

    std::atomic<workers*> threads_;
};

/// The same on the threads of the host, if it offers some.
void run_tasks(const column_options& options, thread_pool& own, std::size_t count, const std::function<void(std::size_t)>& task);

} // namespace TIEUCHI_NAMESPACE::impl::parallel
