// SPDX-License-Identifier: Apache-2.0
/// \file
/// The log, told to a function of C.
#include "call.hpp"

#include <tieuchi/log.hpp>

#include <string>

static_assert(TC_LOG_CRITICAL == static_cast<int>(tieuchi::log_level::critical));

tc_status tc_log_set(tc_log_function to, void* context, int32_t least, tc_error* error) {
    return tieuchi::c::guarded(error, [&] {
        if (least < TC_LOG_TRACE || least > TC_LOG_CRITICAL) {
            throw tieuchi::c::refusal{TC_INVALID_ARGUMENT, "`least` is no level of the log"};
        }
        tieuchi::log_function receiver;
        if (to != nullptr) {
            receiver = [to, context](tieuchi::log_level level, std::string_view message) {
                to(context, static_cast<tc_log_level>(level), std::string(message).c_str());
            };
        }
        tieuchi::set_log(std::move(receiver), static_cast<tieuchi::log_level>(least));
    });
}
