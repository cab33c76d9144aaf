// SPDX-License-Identifier: Apache-2.0
#include "lent.hpp"

#include <cstring>
#include <string>
#include <utility>

namespace tieuchi::python {

namespace {

/// What stands behind a struct of ours.
template <class Struct>
struct parts {
    std::vector<arrow_struct<Struct>> children;
    std::vector<Struct*> pointers;
    arrow_struct<Struct> dictionary;
    arrow_struct<Struct> taken;        ///< whose buffers or children are shown
    std::shared_ptr<const void> owner; ///< of the buffers
    std::string format;
    std::string name;
    std::string metadata;
};

template <class Struct>
[[nodiscard]] arrow_struct<Struct> shown(Struct made, std::unique_ptr<parts<Struct>> of) {
    for (arrow_struct<Struct>& one : of->children) { of->pointers.push_back(&*one); }
    made.n_children = static_cast<std::int64_t>(of->pointers.size());
    made.children = of->pointers.empty() ? nullptr : of->pointers.data();
    made.dictionary = of->dictionary.empty() ? nullptr : &*of->dictionary;
    made.release = [](Struct* one) {
        const std::unique_ptr<parts<Struct>> last(static_cast<parts<Struct>*>(one->private_data));
        one->release = nullptr;
    };
    made.private_data = of.release();
    return arrow_struct<Struct>(made);
}

/// The text of metadata: their number, and so many sizes and texts twice.
[[nodiscard]] std::string metadata_of(const char* from) {
    if (from == nullptr) { return {}; }
    const auto number = [&](std::size_t at) {
        std::int32_t read = 0;
        std::memcpy(&read, from + at, sizeof read);
        return read;
    };
    std::size_t end = sizeof(std::int32_t);
    for (std::int64_t left = std::int64_t{number(0)} * 2; left > 0; --left) {
        end += sizeof(std::int32_t) + static_cast<std::size_t>(number(end));
    }
    return {from, end};
}

/// With what is in front of the children that `of` has.
template <class Struct>
[[nodiscard]] arrow_struct<Struct> joined(std::vector<arrow_struct<Struct>> columns, arrow_struct<Struct> of,
                                          std::unique_ptr<parts<Struct>> made) {
    made->children = std::move(columns);
    for (std::int64_t i = 0; i < of->n_children; ++i) {
        Struct& child = *of->children[i];
        made->children.emplace_back(child);
        child.release = nullptr; // moved
    }
    const Struct top = *of;
    made->taken = std::move(of);
    return shown(top, std::move(made));
}

} // namespace

arrow_struct<ArrowArray> lend(const ArrowArray& of, std::shared_ptr<const void> owner, std::int64_t first, std::int64_t rows) {
    auto made = std::make_unique<parts<ArrowArray>>();
    for (std::int64_t i = 0; i < of.n_children; ++i) {
        made->children.push_back(lend(*of.children[i], owner, 0, of.children[i]->length));
    }
    if (of.dictionary != nullptr) { made->dictionary = lend(*of.dictionary, owner, 0, of.dictionary->length); }
    made->owner = std::move(owner);
    ArrowArray top = of;
    top.offset += first;
    top.length = rows;
    if (rows != of.length && of.null_count != 0) { top.null_count = -1; }
    return shown(top, std::move(made));
}

arrow_struct<ArrowSchema> copied(const ArrowSchema& of) {
    auto made = std::make_unique<parts<ArrowSchema>>();
    for (std::int64_t i = 0; i < of.n_children; ++i) { made->children.push_back(copied(*of.children[i])); }
    if (of.dictionary != nullptr) { made->dictionary = copied(*of.dictionary); }
    made->format = of.format;
    made->name = of.name == nullptr ? "" : of.name;
    made->metadata = metadata_of(of.metadata);
    ArrowSchema top = of;
    top.format = made->format.c_str();
    top.name = made->name.c_str();
    top.metadata = of.metadata == nullptr ? nullptr : made->metadata.data();
    return shown(top, std::move(made));
}

arrow_struct<ArrowArray> with_columns(std::vector<arrow_struct<ArrowArray>> columns, arrow_struct<ArrowArray> of) {
    return joined(std::move(columns), std::move(of), std::make_unique<parts<ArrowArray>>());
}

arrow_struct<ArrowSchema> with_columns(std::vector<arrow_struct<ArrowSchema>> columns, arrow_struct<ArrowSchema> of,
                                       const std::string& metadata) {
    auto made = std::make_unique<parts<ArrowSchema>>();
    if (!metadata.empty()) {
        made->metadata = metadata;
        of->metadata = made->metadata.data();
    }
    return joined(std::move(columns), std::move(of), std::move(made));
}

} // namespace tieuchi::python
