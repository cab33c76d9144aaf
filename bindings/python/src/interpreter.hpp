// SPDX-License-Identifier: Apache-2.0
/// \file
/// The interpreter's lock, given up and taken back so that a thread may be inside the library while Python ends.
///
/// Before Python 3.14 a thread other than the main one that wants the interpreter back once it is closing is ended by unwinding its stack:
/// through destructors, which may not throw, and through `catch (...)`, either of which ends the whole process. Here such a thread stays
/// where it is, as later versions have it, and goes with the process.
#pragma once

#include <cxxabi.h>
#include <nanobind/nanobind.h>
#include <unistd.h>

#include <utility>

namespace tieuchi::python {

/// Where a thread stays whose interpreter has gone.
[[noreturn]] inline void stay() {
    for (;;) { pause(); }
}

/// Calls what may give up the interpreter and want it back: our own code that does so, and any of Python's. What would be destroyed when the
/// thread is ended must not be made within.
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

/// Lets others run Python while it lives.
class others_run {
public:
    others_run() noexcept : state_(PyEval_SaveThread()) {}
    others_run(const others_run&) = delete;
    others_run(others_run&&) = delete;
    others_run& operator=(const others_run&) = delete;
    others_run& operator=(others_run&&) = delete;
    ~others_run() {
        staying([&] { PyEval_RestoreThread(state_); });
    }

private:
    PyThreadState* state_;
};

/// Holds the interpreter while it lives, whatever thread this is; false when Python has ended, and, to a thread other than the one that ends it,
/// while it ends.
class interpreter_held {
public:
    interpreter_held() : alive_(nanobind::is_alive() && (Py_IsInitialized() != 0 || PyGILState_Check() != 0)) {
        if (alive_) {
            staying([&] { state_ = PyGILState_Ensure(); });
        }
    }
    interpreter_held(const interpreter_held&) = delete;
    interpreter_held(interpreter_held&&) = delete;
    interpreter_held& operator=(const interpreter_held&) = delete;
    interpreter_held& operator=(interpreter_held&&) = delete;
    ~interpreter_held() {
        if (alive_) { PyGILState_Release(state_); }
    }

    explicit operator bool() const noexcept { return alive_; }

private:
    bool alive_;
    PyGILState_STATE state_{};
};

} // namespace tieuchi::python
