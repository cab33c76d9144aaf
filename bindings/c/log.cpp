// SPDX-License-Identifier: Apache-2.0
/// \file
/// Forwarding the log to a C function.
#include "call.hpp"

#include <tieuchi/log.hpp>

#include <string>

static_assert(TIEUCHI_LOG_CRITICAL == static_cast<int>(tieuchi::log_level::critical));

tieuchi_status tieuchi_log_set(tieuchi_log_function receiver, void* context, int32_t least, tieuchi_error* error) {
    return tieuchi::c::guarded(error, [&] {
        if (least < TIEUCHI_LOG_TRACE || least > TIEUCHI_LOG_CRITICAL) {
            throw tieuchi::c::refusal{TIEUCHI_INVALID_ARGUMENT,
                                      "`least` is " + std::to_string(least) + ", which is no level of the log",
                                      {},
                                      {},
                                      "levels go from 0, TIEUCHI_LOG_TRACE, to 5, TIEUCHI_LOG_CRITICAL"};
        }
        tieuchi::log_function forward;
        if (receiver != nullptr) {
            forward = [receiver, context](tieuchi::log_level level, std::string_view message) {
                receiver(context, static_cast<tieuchi_log_level>(level), std::string(message).c_str());
            };
        }
        tieuchi::set_log(std::move(forward), static_cast<tieuchi::log_level>(least));
    });
}
