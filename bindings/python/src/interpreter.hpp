// SPDX-License-Identifier: Apache-2.0
/// \file
/// The interpreter's lock, released and reacquired so that a thread may be inside the library while Python shuts down.
///
/// Before Python 3.14, a thread other than the main one that reacquires the lock while the interpreter shuts down is ended by unwinding its
/// stack: through destructors, which may not throw, and through `catch (...)`, either of which ends the whole process. Here such a thread
/// blocks where it is, as in later versions, and ends with the process.
#pragma once

#include <cxxabi.h>
#include <nanobind/nanobind.h>
#include <unistd.h>

#include <utility>

namespace tieuchi::python {

/// Blocks a thread whose interpreter is gone, forever.
[[noreturn]] inline void stay() {
    for (;;) { pause(); }
}

/// Makes a call that may release and reacquire the interpreter's lock: our own code that does so, and any Python code. The call must not
/// create objects that would be destroyed when the thread is ended.
template <class Call>
decltype(auto) staying(Call&& call) {
#ifdef __GLIBCXX__
    try {
        return std::forward<Call>(call)();
    } catch (const abi::__forced_unwind&) { stay(); }
#else
    return std::forward<Call>(call)();
#endif
}

/// Lets other threads run Python during its lifetime.
class interpreter_unlock {
public:
    interpreter_unlock() noexcept : state_(PyEval_SaveThread()) {}
    interpreter_unlock(const interpreter_unlock&) = delete;
    interpreter_unlock(interpreter_unlock&&) = delete;
    interpreter_unlock& operator=(const interpreter_unlock&) = delete;
    interpreter_unlock& operator=(interpreter_unlock&&) = delete;
    ~interpreter_unlock() {
        staying([&] { PyEval_RestoreThread(state_); });
    }

private:
    PyThreadState* state_;
};

/// Holds the interpreter's lock during its lifetime, on any thread; false once Python has ended and, on a thread other than the one that
/// ends it, while it is ending.
class interpreter_lock {
public:
    interpreter_lock() : alive_(nanobind::is_alive() && (Py_IsInitialized() != 0 || PyGILState_Check() != 0)) {
        if (alive_) {
            staying([&] { state_ = PyGILState_Ensure(); });
        }
    }
    interpreter_lock(const interpreter_lock&) = delete;
    interpreter_lock(interpreter_lock&&) = delete;
    interpreter_lock& operator=(const interpreter_lock&) = delete;
    interpreter_lock& operator=(interpreter_lock&&) = delete;
    ~interpreter_lock() {
        if (alive_) { PyGILState_Release(state_); }
    }

    explicit operator bool() const noexcept { return alive_; }

private:
    bool alive_;
    PyGILState_STATE state_{};
};

} // namespace tieuchi::python
