// SPDX-License-Identifier: Apache-2.0
/// \file
/// Definitions of crew.hpp.
#pragma once

#include <tieuchi/impl/column/crew.hpp>

#include <algorithm>
#include <system_error>
#include <utility>

namespace tieuchi::impl::column {

crew::~crew() {
    {
        const std::lock_guard<std::mutex> lock(changing_);
        closing_ = true;
    }
    changed_.notify_all();
    for (std::thread& one : threads_) { one.join(); }
}

/// As many as there can be.
void crew::hire(std::size_t count) {
    threads_.reserve(count);
    try {
        while (threads_.size() < count) {
            threads_.emplace_back([this, worker = threads_.size() + 1] { wait_for_work(worker); });
        }
    } catch (const std::system_error&) {
        // no more threads: those that there are do it all
    }
}

void crew::run(std::size_t count, const std::function<void(std::size_t)>& task) {
    if (count <= 1 || at_work_.test_and_set()) {
        task(0);
        return;
    }
    hire(count - 1);
    {
        const std::lock_guard<std::mutex> lock(changing_);
        task_ = &task;
        wanted_ = std::min(count, threads_.size() + 1);
        working_ = wanted_ - 1;
        ++batch_;
    }
    changed_.notify_all();
    work_on(task, 0);
    std::unique_lock<std::mutex> lock(changing_);
    changed_.wait(lock, [this] { return working_ == 0; });
    const auto thrown = std::exchange(thrown_, nullptr);
    lock.unlock();
    at_work_.clear();
    if (thrown) { std::rethrow_exception(thrown); }
}

void crew::work_on(const std::function<void(std::size_t)>& task, std::size_t worker) {
    try {
        task(worker);
    } catch (...) {
        const std::lock_guard<std::mutex> lock(changing_);
        thrown_ = std::current_exception();
    }
}

void crew::wait_for_work(std::size_t worker) {
    std::size_t last = 0;
    std::unique_lock<std::mutex> lock(changing_);
    for (;;) {
        changed_.wait(lock, [&] { return closing_ || (batch_ != last && worker < wanted_); });
        if (closing_) { return; }
        last = batch_;
        const auto* const task = task_;
        lock.unlock();
        work_on(*task, worker);
        lock.lock();
        if (--working_ == 0) { changed_.notify_all(); }
    }
}

void run_tasks(const column_options& how, crew& own, std::size_t count, const std::function<void(std::size_t)>& task) {
    if (how.run_tasks && count > 1) {
        how.run_tasks(count, task);
        task(0); // what is left, should the host's threads be closing and have done none: each task does all that is left
    } else {
        own.run(count, task);
    }
}

} // namespace tieuchi::impl::column
