// SPDX-License-Identifier: Apache-2.0
// Definitions of thread_pool.hpp.
#include "parallel/thread_pool.hpp"

#include <algorithm>
#include <condition_variable>
#include <cstdint>
#include <exception>
#include <memory>
#include <mutex>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

#if __has_include(<unistd.h>)
#include <unistd.h>
#endif

namespace TIEUCHI_NAMESPACE::impl::parallel {

namespace {

/// A number that a fork changes; 0 on systems without fork.
[[nodiscard]] std::int64_t this_process() noexcept {
#if __has_include(<unistd.h>)
    return getpid();
#else
    return 0;
#endif
}

} // namespace

/// The threads of one process.
class thread_pool::workers {
public:
    workers() = default;
    workers(const workers&) = delete;
    workers(workers&&) = delete;
    workers& operator=(const workers&) = delete;
    workers& operator=(workers&&) = delete;
    ~workers();

    [[nodiscard]] bool is_here() const noexcept { return process_ == this_process(); }
    void run(std::size_t count, const std::function<void(std::size_t)>& task);

private:
    void ensure_workers(std::size_t count);
    void wait_for_work(std::size_t worker);
    void run_task(const std::function<void(std::size_t)>& task, std::size_t worker);

    const std::int64_t process_ = this_process();
    std::atomic_flag at_work_; ///< set while a batch is worked on
    std::mutex changing_;
    std::condition_variable changed_;
    const std::function<void(std::size_t)>* task_ = nullptr;
    std::size_t wanted_ = 0;  ///< workers 1 to wanted - 1 take part
    std::size_t batch_ = 0;   ///< counts batches, so that no worker takes part twice
    std::size_t working_ = 0; ///< those that are not done
    bool closing_ = false;
    std::exception_ptr thrown_;
    std::vector<std::thread> threads_;
};

thread_pool::thread_pool() : threads_(new workers) {} // NOLINT(cppcoreguidelines-owning-memory): see below

/// A forked process has none of the threads, and their locks may be held forever: it leaves the pool of its parent alone, because waiting
/// for it would never end.
thread_pool::~thread_pool() {
    workers* const last = threads_;
    if (last->is_here()) { delete last; } // NOLINT(cppcoreguidelines-owning-memory)
}

thread_pool::workers& thread_pool::threads() {
    workers* found = threads_;
    if (found->is_here()) { return *found; }
    auto own = std::make_unique<workers>();
    if (threads_.compare_exchange_strong(found, own.get())) { return *own.release(); }
    return *found; // another thread was faster
}

void thread_pool::run(std::size_t count, const std::function<void(std::size_t)>& task) {
    if (count <= 1) {
        task(0);
    } else {
        threads().run(count, task);
    }
}

thread_pool::workers::~workers() {
    {
        const std::lock_guard<std::mutex> lock(changing_);
        closing_ = true;
    }
    changed_.notify_all();
    for (std::thread& each : threads_) { each.join(); }
}

/// Starts as many as the system allows.
void thread_pool::workers::ensure_workers(std::size_t count) {
    threads_.reserve(count);
    try {
        while (threads_.size() < count) {
            threads_.emplace_back([this, worker = threads_.size() + 1] { wait_for_work(worker); });
        }
    } catch (const std::system_error&) {
        // no more threads: the existing ones do all the work
    }
}

void thread_pool::workers::run(std::size_t count, const std::function<void(std::size_t)>& task) {
    if (at_work_.test_and_set()) {
        task(0);
        return;
    }
    ensure_workers(count - 1);
    {
        const std::lock_guard<std::mutex> lock(changing_);
        task_ = &task;
        wanted_ = std::min(count, threads_.size() + 1);
        working_ = wanted_ - 1;
        ++batch_;
    }
    changed_.notify_all();
    run_task(task, 0);
    std::unique_lock<std::mutex> lock(changing_);
    changed_.wait(lock, [this] { return working_ == 0; });
    const auto thrown = std::exchange(thrown_, nullptr);
    lock.unlock();
    at_work_.clear();
    if (thrown) { std::rethrow_exception(thrown); }
}

void thread_pool::workers::run_task(const std::function<void(std::size_t)>& task, std::size_t worker) {
    try {
        task(worker);
    } catch (...) {
        const std::lock_guard<std::mutex> lock(changing_);
        thrown_ = std::current_exception();
    }
}

void thread_pool::workers::wait_for_work(std::size_t worker) {
    std::size_t last = 0;
    std::unique_lock<std::mutex> lock(changing_);
    for (;;) {
        changed_.wait(lock, [&] { return closing_ || (batch_ != last && worker < wanted_); });
        if (closing_) { return; }
        last = batch_;
        const auto* const task = task_;
        lock.unlock();
        run_task(*task, worker);
        lock.lock();
        if (--working_ == 0) { changed_.notify_all(); }
    }
}

void run_tasks(const column_options& options, thread_pool& own, std::size_t count, const std::function<void(std::size_t)>& task) {
    if (options.run_tasks && count > 1) {
        options.run_tasks(count, task);
        task(0); // in case the host ran no task, as when it shuts down: each task does all that is left
    } else {
        own.run(count, task);
    }
}

} // namespace TIEUCHI_NAMESPACE::impl::parallel
