// SPDX-License-Identifier: Apache-2.0
// The library's logger: none until the host sets one.
#include "base/log.hpp"

#include <tieuchi/log.hpp>

#include <mutex>
#include <utility>

namespace tieuchi {

namespace impl {
namespace {

struct logger_slot {
    std::mutex guard;
    std::shared_ptr<spdlog::logger> logger;
};

[[nodiscard]] logger_slot& the_logger() {
    static logger_slot slot;
    return slot;
}

} // namespace

std::shared_ptr<spdlog::logger> logger() {
    logger_slot& slot = the_logger();
    const std::lock_guard hold(slot.guard);
    return slot.logger;
}

} // namespace impl

void set_logger(std::shared_ptr<spdlog::logger> logger) {
    impl::logger_slot& slot = impl::the_logger();
    const std::lock_guard hold(slot.guard);
    slot.logger = std::move(logger);
}

} // namespace tieuchi
