// SPDX-License-Identifier: Apache-2.0
// Definitions of array_builder.hpp.
#include "arrow/array_builder.hpp"

#include <memory>
#include <utility>

namespace TIEUCHI_NAMESPACE::impl::arrow {

namespace {

template <class T>
void release_tree(T& tree) {
    for (std::int64_t i = 0; i < tree.n_children; ++i) {
        T* const child = tree.children[i];
        if (child->release != nullptr) { child->release(child); } // those moved away have none
    }
    if (tree.dictionary != nullptr && tree.dictionary->release != nullptr) { tree.dictionary->release(tree.dictionary); }
}

/// What a schema or an array points at: children and dictionary, by value and by pointer, because the C structs need pointers.
template <class T>
struct tree {
    std::vector<T> children;
    std::vector<T*> pointers;
    T dictionary{};

    void show(T& target) {
        for (T& each : children) { pointers.push_back(&each); }
        target.n_children = static_cast<std::int64_t>(children.size());
        target.children = pointers.empty() ? nullptr : pointers.data();
        target.dictionary = dictionary.release == nullptr ? nullptr : &dictionary;
    }
};

struct schema_memory : tree<ArrowSchema> {
    std::string format;
    std::string name;
};

struct array_memory : tree<ArrowArray> {
    std::vector<buffer> buffers;
    std::vector<const void*> shown;
};

template <class T, class Memory>
void release_all(T* released) {
    release_tree(*released);
    delete static_cast<Memory*>(released->private_data); // NOLINT(cppcoreguidelines-owning-memory): the interface owns it
    released->release = nullptr;
}

} // namespace

arrow_owner<ArrowSchema> schema_builder::build() const {
    auto memory = std::make_unique<schema_memory>();
    memory->format = format;
    memory->name = name;
    memory->children.resize(children.size());
    for (std::size_t i = 0; i < children.size(); ++i) { children[i].build().move_to(memory->children[i]); }
    if (!dictionary.empty()) { dictionary.front().build().move_to(memory->dictionary); }
    ArrowSchema schema{};
    schema.format = memory->format.c_str();
    schema.name = memory->name.c_str();
    schema.flags = nullable ? ARROW_FLAG_NULLABLE : 0;
    memory->show(schema);
    schema.release = &release_all<ArrowSchema, schema_memory>;
    schema.private_data = memory.release();
    return arrow_owner<ArrowSchema>(schema);
}

arrow_owner<ArrowArray> array_builder::build() && {
    auto memory = std::make_unique<array_memory>();
    memory->buffers = std::move(buffers);
    memory->children.resize(children.size());
    for (std::size_t i = 0; i < children.size(); ++i) { std::move(children[i]).build().move_to(memory->children[i]); }
    if (!dictionary.empty()) { std::move(dictionary.front()).build().move_to(memory->dictionary); }
    for (std::size_t i = 0; i < memory->buffers.size(); ++i) {
        if (i != 0 && memory->buffers[i].empty()) { memory->buffers[i] = buffer(0); } // a place to point at
        memory->shown.push_back(memory->buffers[i].data());
    }
    ArrowArray array{};
    array.length = length;
    array.null_count = null_count;
    array.n_buffers = static_cast<std::int64_t>(memory->shown.size());
    array.buffers = memory->shown.data();
    memory->show(array);
    array.release = &release_all<ArrowArray, array_memory>;
    array.private_data = memory.release();
    return arrow_owner<ArrowArray>(array);
}

schema_builder flat_schema(std::string format, std::string name, bool nullable) {
    return {std::move(format), std::move(name), nullable, {}, {}};
}

schema_builder dictionary_schema(std::string format, std::string name, bool nullable, std::string entries) {
    return {std::move(format), std::move(name), nullable, {}, {flat_schema(std::move(entries), "")}};
}

schema_builder list_schema(std::string name, schema_builder item) {
    return {"+l", std::move(name), false, {std::move(item)}, {}};
}

schema_builder table_schema() { return flat_schema("+s", ""); }

array_builder flat_array(std::size_t rows, buffer values) {
    array_builder array;
    array.length = static_cast<std::int64_t>(rows);
    array.buffers = {{}, std::move(values)};
    return array;
}

array_builder text_array(const std::vector<std::string>& texts) {
    std::string all;
    std::vector<std::int32_t> offsets{0};
    for (const std::string& text : texts) {
        all += text;
        offsets.push_back(static_cast<std::int32_t>(all.size()));
    }
    array_builder array = flat_array(texts.size(), buffer::copy_of(offsets));
    array.buffers.push_back(buffer::copy_of(std::vector<char>(all.begin(), all.end())));
    return array;
}

array_builder dictionary_array(array_builder indices, array_builder entries) {
    indices.dictionary.push_back(std::move(entries));
    return indices;
}

array_builder list_array(std::size_t rows, buffer offsets, array_builder items) {
    array_builder array = flat_array(rows, std::move(offsets));
    array.children.push_back(std::move(items));
    return array;
}

array_builder table_array(std::size_t rows) {
    array_builder array;
    array.length = static_cast<std::int64_t>(rows);
    array.buffers = {{}};
    return array;
}

} // namespace TIEUCHI_NAMESPACE::impl::arrow
