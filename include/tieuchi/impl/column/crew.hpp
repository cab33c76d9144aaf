// SPDX-License-Identifier: Apache-2.0
/// \file
/// Threads that wait for the next batch: to start them anew for each would take a good part of the time of a small one.
#pragma once

#include <tieuchi/columns.hpp>

#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <exception>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace tieuchi::impl::column {

class crew {
public:
    crew() = default;
    crew(const crew&) = delete;
    crew(crew&&) = delete;
    crew& operator=(const crew&) = delete;
    crew& operator=(crew&&) = delete;
    ~crew();

    /// Calls `task(0)` itself and `task(1)` … `task(count - 1)` on threads of its own, as far as the machine gives any and they are not at
    /// work for another batch; so each task must do all that is left to do. Returns when all that were begun are done, and throws what one
    /// of them threw.
    void run(std::size_t count, const std::function<void(std::size_t)>& task);

private:
    void hire(std::size_t count);
    void wait_for_work(std::size_t worker);
    void work_on(const std::function<void(std::size_t)>& task, std::size_t worker);

    std::atomic_flag at_work_; ///< set while a batch is worked on
    std::mutex changing_;
    std::condition_variable changed_;
    const std::function<void(std::size_t)>* task_ = nullptr;
    std::size_t wanted_ = 0;  ///< workers 1 to wanted - 1 take part
    std::size_t batch_ = 0;   ///< counts batches, so that no worker takes part twice
    std::size_t working_ = 0; ///< that are not done
    bool closing_ = false;
    std::exception_ptr thrown_;
    std::vector<std::thread> threads_;
};

/// The same by the host's threads, where it gives some.
void run_tasks(const column_options& how, crew& own, std::size_t count, const std::function<void(std::size_t)>& task);

} // namespace tieuchi::impl::column
