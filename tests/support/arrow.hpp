// SPDX-License-Identifier: Apache-2.0
/// \file
/// Tables as hosts have them: Arrow arrays made by hand, that count how often they are released, and answers read back.
#pragma once

#include "arrow/array_builder.hpp"
#include "arrow/bitmap.hpp"
#include "support/catch.hpp"

#include <tieuchi/arrow.hpp>
#include <tieuchi/decimal.hpp>

#include <array>
#include <concepts>
#include <cstring>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace tests::arrow {

namespace library = tieuchi::impl::arrow;
using library::buffer;

inline buffer bits_of(const std::vector<bool>& from) {
    std::vector<std::uint64_t> words(from.size() / 64 + 1);
    for (std::size_t i = 0; i < from.size(); ++i) { words[i / 64] |= std::uint64_t{from[i]} << (i % 64); }
    return buffer::copy_of(words);
}

/// A column of a table, with its type.
struct made_column {
    library::schema_builder schema;
    library::array_builder array;

    /// Makes the rows null whose `valid` is false.
    made_column& nulls(const std::vector<bool>& valid) {
        array.buffers.at(0) = bits_of(valid);
        array.null_count = -1;
        return *this;
    }
};

template <class T>
made_column numbers(const std::string& name, const char* format, const std::vector<T>& values) {
    made_column one{{format, name, true, {}, {}}, {}};
    one.array.length = static_cast<std::int64_t>(values.size());
    one.array.buffers = {{}, buffer::copy_of(values)};
    return one;
}

inline made_column booleans(const std::string& name, const std::vector<bool>& values) {
    made_column one{{"b", name, true, {}, {}}, {}};
    one.array.length = static_cast<std::int64_t>(values.size());
    one.array.buffers = {{}, bits_of(values)};
    return one;
}

inline made_column texts(const std::string& name, const std::vector<std::string>& values) {
    return {{"u", name, true, {}, {}}, library::text_array(values)};
}

inline made_column large_texts(const std::string& name, const std::vector<std::string>& values) {
    made_column one = numbers<std::int64_t>(name, "U", {0});
    std::vector<std::int64_t> offsets{0};
    std::string all;
    for (const auto& each : values) {
        all += each;
        offsets.push_back(static_cast<std::int64_t>(all.size()));
    }
    one.array.length = static_cast<std::int64_t>(values.size());
    one.array.buffers = {{}, buffer::copy_of(offsets), buffer::copy_of(std::vector<char>(all.begin(), all.end()))};
    return one;
}

/// Those of up to 12 bytes stand in the views themselves, others in a buffer of their own.
inline made_column text_views(const std::string& name, const std::vector<std::string>& values) {
    made_column one{{"vu", name, true, {}, {}}, {}};
    std::vector<char> views(values.size() * 16);
    std::vector<char> others;
    for (std::size_t i = 0; i < values.size(); ++i) {
        char* const view = views.data() + i * 16;
        const auto size = static_cast<std::int32_t>(values[i].size());
        std::memcpy(view, &size, 4);
        if (size <= 12) {
            std::memcpy(view + 4, values[i].data(), values[i].size());
            continue;
        }
        const auto place = static_cast<std::int32_t>(others.size());
        std::memcpy(view + 4, values[i].data(), 4);
        std::memcpy(view + 12, &place, 4);
        others.insert(others.end(), values[i].begin(), values[i].end());
    }
    one.array.length = static_cast<std::int64_t>(values.size());
    const std::vector<std::int64_t> sizes{static_cast<std::int64_t>(others.size())};
    one.array.buffers = {{}, buffer::copy_of(views), buffer::copy_of(others), buffer::copy_of(sizes)};
    return one;
}

template <class Index>
made_column dictionary(const std::string& name, const char* format, const std::vector<Index>& indices,
                       const std::vector<std::string>& entries) {
    made_column one = numbers(name, format, indices);
    one.schema.dictionary.push_back({"u", "", true, {}, {}});
    one.array.dictionary.push_back(library::text_array(entries));
    return one;
}

/// A dictionary of any column.
template <class Index>
made_column dictionary_of(const std::string& name, const char* format, const std::vector<Index>& indices, made_column entries) {
    made_column one = numbers(name, format, indices);
    one.schema.dictionary.push_back(std::move(entries.schema));
    one.array.dictionary.push_back(std::move(entries.array));
    return one;
}

/// Runs, each of an entry of another column, up to its end.
template <class End>
made_column runs(const std::string& name, const char* format, const std::vector<End>& ends, made_column entries) {
    made_column of = numbers("run_ends", format, ends);
    made_column one{{"+r", name, true, {}, {}}, {}};
    one.array.length = ends.empty() ? 0 : static_cast<std::int64_t>(ends.back());
    one.schema.children.push_back(std::move(of.schema));
    one.schema.children.push_back(std::move(entries.schema));
    one.array.children.push_back(std::move(of.array));
    one.array.children.push_back(std::move(entries.array));
    return one;
}

/// A table that counts its releases.
class table {
public:
    explicit table(std::vector<made_column> columns) {
        library::schema_builder schema{"+s", "", false, {}, {}};
        library::array_builder made;
        made.buffers = {{}};
        made.length = columns.empty() ? 0 : columns.front().array.length;
        for (auto& one : columns) {
            schema.children.push_back(std::move(one.schema));
            made.children.push_back(std::move(one.array));
        }
        schema_ = schema.build();
        std::move(made).build().move_to(inner_);
        array_ = inner_;
        array_.release = [](ArrowArray* one) {
            auto* const self = static_cast<table*>(one->private_data);
            ++self->releases;
            self->inner_.release(&self->inner_);
            one->release = nullptr;
        };
        array_.private_data = this;
    }
    table(const table&) = delete;
    table& operator=(const table&) = delete;
    ~table() {
        if (array_.release != nullptr) { array_.release(&array_); }
    }

    [[nodiscard]] const ArrowSchema& schema() const { return *schema_; }
    [[nodiscard]] ArrowArray* rows() { return &array_; }
    ArrowSchema give_schema() {
        ArrowSchema given{};
        schema_.move_to(given);
        return given;
    }
    /// Leaves `first` rows out, and all after `count` more.
    void slice(std::int64_t first, std::int64_t count) {
        array_.offset += first;
        array_.length = count;
    }

    /// Makes the rows null whose `valid` is false.
    void set_nulls(const std::vector<bool>& valid) {
        validity_ = bits_of(valid);
        buffers_[0] = validity_.as<void>();
        array_.buffers = buffers_.data();
        array_.null_count = -1;
    }

    int releases = 0;

private:
    buffer validity_;
    std::array<const void*, 1> buffers_{};
    library::arrow_owner<ArrowSchema> schema_;
    ArrowArray inner_{};
    ArrowArray array_{};
};

/// A copy of a struct of Arrow's and of all below it, but for the buffers themselves: it may be spoiled, and to release it does nothing.
template <class T>
class spoilable {
public:
    explicit spoilable(const T& of) : top_(copied(of)) {}

    [[nodiscard]] T& operator*() { return *top_; }

private:
    T* copied(const T& of) {
        T* const made = structs_.emplace_back(std::make_unique<T>(of)).get();
        made->release = [](T* one) { one->release = nullptr; };
        std::vector<T*> children;
        for (std::int64_t i = 0; i < of.n_children; ++i) { children.push_back(copied(*of.children[i])); }
        made->children = children_.emplace_back(std::make_unique<std::vector<T*>>(std::move(children)))->data();
        if (of.dictionary != nullptr) { made->dictionary = copied(*of.dictionary); }
        if constexpr (std::same_as<T, ArrowArray>) {
            made->buffers = buffers_.emplace_back(std::make_unique<pointers>(of.buffers, of.buffers + of.n_buffers))->data();
        }
        return made;
    }

    using pointers = std::vector<const void*>;
    std::vector<std::unique_ptr<T>> structs_;
    std::vector<std::unique_ptr<std::vector<T*>>> children_;
    std::vector<std::unique_ptr<pointers>> buffers_;
    T* top_;
};

/// The answers of a batch, read back by the names of their columns.
class answers {
public:
    answers(ArrowSchema schema, ArrowArray array) : schema_(schema), array_(array) {}

    [[nodiscard]] std::int64_t rows() const { return (*array_).length; }
    [[nodiscard]] bool has(const std::string& name) const { return find(name) >= 0; }
    [[nodiscard]] const ArrowArray& operator[](const std::string& name) const {
        const auto at = find(name);
        if (at < 0) { FAIL("no column " + name); }
        return *(*array_).children[at];
    }
    [[nodiscard]] std::vector<std::string> names() const {
        std::vector<std::string> all;
        for (std::int64_t i = 0; i < (*schema_).n_children; ++i) { all.emplace_back((*schema_).children[i]->name); }
        return all;
    }

    [[nodiscard]] bool truth(const std::string& name, std::int64_t row) const {
        return library::bit_at(static_cast<const std::uint8_t*>((*this)[name].buffers[1]), row);
    }
    /// Empty where it is null.
    [[nodiscard]] std::string text(const std::string& name, std::int64_t row) const {
        const ArrowArray& of = (*this)[name];
        if (of.buffers[0] != nullptr && !library::bit_at(static_cast<const std::uint8_t*>(of.buffers[0]), row)) { return {}; }
        return entry(*of.dictionary, static_cast<const std::int8_t*>(of.buffers[1])[row]);
    }
    [[nodiscard]] tieuchi::decimal number(const std::string& name, std::int64_t row) const {
        return decimal_in((*this)[name], row);
    }
    [[nodiscard]] std::vector<std::string> list(const std::string& name, std::int64_t row) const {
        const ArrowArray& of = (*this)[name];
        const ArrowArray& items = *of.children[0];
        const auto* const offsets = static_cast<const std::int32_t*>(of.buffers[1]);
        std::vector<std::string> all;
        for (std::int32_t i = offsets[row]; i < offsets[row + 1]; ++i) {
            const std::int64_t number = name == "possible"      ? static_cast<const std::int8_t*>(items.buffers[1])[i]
                                        : name == "adjustments" ? static_cast<const std::int16_t*>(items.buffers[1])[i]
                                                                : static_cast<const std::int32_t*>(items.buffers[1])[i];
            all.push_back(entry(*items.dictionary, number));
        }
        return all;
    }
    /// Of lists of numbers in a dictionary.
    [[nodiscard]] std::vector<tieuchi::decimal> numbers(const std::string& name, std::int64_t row) const {
        const ArrowArray& of = (*this)[name];
        const ArrowArray& items = *of.children[0];
        const auto* const offsets = static_cast<const std::int32_t*>(of.buffers[1]);
        std::vector<tieuchi::decimal> all;
        for (std::int32_t i = offsets[row]; i < offsets[row + 1]; ++i) {
            all.push_back(decimal_in(*items.dictionary, static_cast<const std::int32_t*>(items.buffers[1])[i]));
        }
        return all;
    }

private:
    [[nodiscard]] std::int64_t find(const std::string& name) const {
        for (std::int64_t i = 0; i < (*schema_).n_children; ++i) {
            if (name == (*schema_).children[i]->name) { return i; }
        }
        return -1;
    }
    static tieuchi::decimal decimal_in(const ArrowArray& of, std::int64_t at) {
        const auto* const words = static_cast<const std::int64_t*>(of.buffers[1]) + 2 * at;
        CHECK(words[1] == (words[0] < 0 ? -1 : 0));
        return tieuchi::decimal::from_units(words[0]);
    }
    static std::string entry(const ArrowArray& texts, std::int64_t at) {
        const auto* const offsets = static_cast<const std::int32_t*>(texts.buffers[1]);
        const auto* const all = static_cast<const char*>(texts.buffers[2]);
        return {all + offsets[at], all + offsets[at + 1]};
    }

    library::arrow_owner<ArrowSchema> schema_;
    library::arrow_owner<ArrowArray> array_;
};

} // namespace tests::arrow
