// SPDX-License-Identifier: Apache-2.0
#include "temporary.hpp"

#include <unistd.h>

#include <atomic>
#include <cassert>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>

namespace tieuchi::cli {

namespace {

/// The name of the file that a signal takes away.
std::atomic<const char*> pending{
    nullptr}; // NOLINT(cppcoreguidelines-avoid-non-const-global-variables): handlers know nothing else
static_assert(std::atomic<const char*>::is_always_lock_free);

/// Those that end a process and may come from outside.
constexpr int ending[] = {SIGHUP, SIGINT, SIGQUIT, SIGPIPE, SIGTERM, SIGXCPU}; // NOLINT(modernize-avoid-c-arrays)

extern "C" void take_away(int number) {
    if (const char* const name = pending.exchange(nullptr)) { static_cast<void>(::unlink(name)); }
    // The usual action is in its place again, and ends the process when this returns.
    static_cast<void>(::raise(number));
}

/// No signal comes while it lives.
class quiet {
public:
    quiet() {
        sigset_t signals;
        sigfillset(&signals);
        ::pthread_sigmask(SIG_SETMASK, &signals, &before_);
    }
    ~quiet() { ::pthread_sigmask(SIG_SETMASK, &before_, nullptr); }
    quiet(const quiet&) = delete;
    quiet& operator=(const quiet&) = delete;
    quiet(quiet&&) = delete;
    quiet& operator=(quiet&&) = delete;

private:
    sigset_t before_{};
};

} // namespace

void remove_temporary_on_signals() {
    for (const int number : ending) {
        struct sigaction now {};
        // What the caller has the process ignore, such as SIGHUP under nohup, stays ignored.
        if (::sigaction(number, nullptr, &now) != 0 || now.sa_handler == SIG_IGN) { continue; }
        now = {};
        now.sa_handler = take_away;
        now.sa_flags = static_cast<int>(SA_RESETHAND);
        sigemptyset(&now.sa_mask);
        static_cast<void>(::sigaction(number, &now, nullptr));
    }
}

int temporary_file::make(const std::string& target) {
    assert(pending == nullptr);
    std::string name = target + ".XXXXXX";
    const quiet between;
    const int descriptor = ::mkstemp(name.data());
    if (descriptor >= 0) {
        name_ = std::move(name);
        pending = name_.c_str();
    }
    return descriptor;
}

bool temporary_file::replace(const std::string& target) {
    if (std::rename(name_.c_str(), target.c_str()) != 0) { return false; }
    pending = nullptr;
    name_.clear();
    return true;
}

void temporary_file::remove() noexcept {
    if (name_.empty()) { return; }
    static_cast<void>(::unlink(name_.c_str()));
    pending = nullptr;
    name_.clear();
}

} // namespace tieuchi::cli
