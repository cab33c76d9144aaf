// SPDX-License-Identifier: Apache-2.0
// Texts about the model that more than one stage writes.
#include "model/model.hpp"

#include "model/example.hpp"

#include <string>

namespace TIEUCHI_NAMESPACE::impl::model {

labels label_of_link(const labels& title, std::string_view standard, bool of_parent) {
    const std::string vi(title.empty() ? standard : title.in("vi"));
    const std::string en(title.empty() ? standard : title.in("en"));
    return labels({{"vi", (of_parent ? "Kết quả của đơn vị cấp trên: " : "Kết quả: ") + vi},
                   {"en", (of_parent ? "Outcome of the body above: " : "Outcome: ") + en}});
}

std::string clause_of(std::string_view citation) {
    return std::string(citation.substr(citation.rfind(' ') + 1)); // without a blank, all of it
}

} // namespace TIEUCHI_NAMESPACE::impl::model
