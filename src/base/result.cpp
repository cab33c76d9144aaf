// SPDX-License-Identifier: Apache-2.0
// What access to a missing value throws.
#include <tieuchi/result.hpp>

namespace TIEUCHI_NAMESPACE {

struct bad_result_access::content {
    diagnostics problems;
    std::string text;
};

bad_result_access::bad_result_access(diagnostics problems) {
    std::string text = "there is no value:\n" + to_string(problems);
    content_ = std::make_shared<const content>(content{std::move(problems), std::move(text)});
}

const char* bad_result_access::what() const noexcept { return content_->text.c_str(); }
const diagnostics& bad_result_access::error() const noexcept { return content_->problems; }

} // namespace TIEUCHI_NAMESPACE
