// SPDX-License-Identifier: Apache-2.0
/// \file
/// Threads that wait for the next batch: to start them anew for each would take a good part of the time of a small one.
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

    /// Calls `task(0)` itself and `task(1)` … `task(count - 1)` on threads of its own, as far as the machine gives any and they are not at
    /// work for another batch; so each task must do all that is left to do. Returns when all that were begun are done, and throws what one
    /// of them threw.
    void run(std::size_t count, const std::function<void(std::size_t)>& task);

private:
    class workers;

    [[nodiscard]] workers& threads();

    std::atomic<workers*> threads_;
};

/// The same by the host's threads, where it gives some.
void run_tasks(const column_options& options, thread_pool& own, std::size_t count, const std::function<void(std::size_t)>& task);

} // namespace TIEUCHI_NAMESPACE::impl::parallel
