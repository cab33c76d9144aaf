// SPDX-License-Identifier: Apache-2.0
#include "lent.hpp"

#include <cstring>
#include <string>
#include <utility>

namespace tieuchi::python {

namespace {

/// The memory behind a struct that we hand out.
template <class Struct>
struct backing {
    std::vector<arrow_struct<Struct>> children;
    std::vector<Struct*> pointers;
    arrow_struct<Struct> dictionary;
    arrow_struct<Struct> origin;       ///< whose buffers or children the struct points to
    std::shared_ptr<const void> owner; ///< of the buffers
    std::string format;
    std::string name;
    std::string metadata;
};

template <class Struct>
[[nodiscard]] arrow_struct<Struct> shown(Struct top, std::unique_ptr<backing<Struct>> memory) {
    for (arrow_struct<Struct>& child : memory->children) { memory->pointers.push_back(&*child); }
    top.n_children = static_cast<std::int64_t>(memory->pointers.size());
    top.children = memory->pointers.empty() ? nullptr : memory->pointers.data();
    top.dictionary = memory->dictionary.empty() ? nullptr : &*memory->dictionary;
    top.release = [](Struct* self) {
        const std::unique_ptr<backing<Struct>> owner(static_cast<backing<Struct>*>(self->private_data));
        self->release = nullptr;
    };
    top.private_data = memory.release();
    return arrow_struct<Struct>(top);
}

/// The bytes of metadata: the number of entries, then for each a key and a value, each preceded by its size.
[[nodiscard]] std::string metadata_of(const char* bytes) {
    if (bytes == nullptr) { return {}; }
    const auto number_at = [&](std::size_t offset) {
        std::int32_t number = 0;
        std::memcpy(&number, bytes + offset, sizeof number);
        return number;
    };
    std::size_t end = sizeof(std::int32_t);
    for (std::int64_t remaining = std::int64_t{number_at(0)} * 2; remaining > 0; --remaining) {
        end += sizeof(std::int32_t) + static_cast<std::size_t>(number_at(end));
    }
    return {bytes, end};
}

/// The table with `columns` before its own children.
template <class Struct>
[[nodiscard]] arrow_struct<Struct> joined(std::vector<arrow_struct<Struct>> columns, arrow_struct<Struct> table,
                                          std::unique_ptr<backing<Struct>> memory) {
    memory->children = std::move(columns);
    for (std::int64_t i = 0; i < table->n_children; ++i) {
        Struct& child = *table->children[i];
        memory->children.emplace_back(child);
        child.release = nullptr; // moved
    }
    const Struct top = *table;
    memory->origin = std::move(table);
    return shown(top, std::move(memory));
}

} // namespace

arrow_struct<ArrowArray> lend(const ArrowArray& array, std::shared_ptr<const void> owner, std::int64_t first, std::int64_t rows) {
    auto memory = std::make_unique<backing<ArrowArray>>();
    for (std::int64_t i = 0; i < array.n_children; ++i) {
        memory->children.push_back(lend(*array.children[i], owner, 0, array.children[i]->length));
    }
    if (array.dictionary != nullptr) { memory->dictionary = lend(*array.dictionary, owner, 0, array.dictionary->length); }
    memory->owner = std::move(owner);
    ArrowArray top = array;
    top.offset += first;
    top.length = rows;
    if (rows != array.length && array.null_count != 0) { top.null_count = -1; }
    return shown(top, std::move(memory));
}

arrow_struct<ArrowSchema> copied(const ArrowSchema& schema) {
    auto memory = std::make_unique<backing<ArrowSchema>>();
    for (std::int64_t i = 0; i < schema.n_children; ++i) { memory->children.push_back(copied(*schema.children[i])); }
    if (schema.dictionary != nullptr) { memory->dictionary = copied(*schema.dictionary); }
    memory->format = schema.format;
    memory->name = schema.name == nullptr ? "" : schema.name;
    memory->metadata = metadata_of(schema.metadata);
    ArrowSchema top = schema;
    top.format = memory->format.c_str();
    top.name = memory->name.c_str();
    top.metadata = schema.metadata == nullptr ? nullptr : memory->metadata.data();
    return shown(top, std::move(memory));
}

arrow_struct<ArrowArray> with_columns(std::vector<arrow_struct<ArrowArray>> columns, arrow_struct<ArrowArray> table) {
    return joined(std::move(columns), std::move(table), std::make_unique<backing<ArrowArray>>());
}

arrow_struct<ArrowSchema> with_columns(std::vector<arrow_struct<ArrowSchema>> columns, arrow_struct<ArrowSchema> schema,
                                       const std::string& metadata) {
    auto memory = std::make_unique<backing<ArrowSchema>>();
    if (!metadata.empty()) {
        memory->metadata = metadata;
        schema->metadata = memory->metadata.data();
    }
    return joined(std::move(columns), std::move(schema), std::move(memory));
}

} // namespace tieuchi::python
