#pragma once

#include <concepts>
#include <cstdint>
#include <cstring>
#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

// Values as bytes, for the pipe between a scan and its workers: two processes of one program on one machine,
// so that numbers go as they lie in memory. A struct says what it is made of in one function for both ways:
//
//   template <class Archive, PackedAs<Point> T> void fields(Archive& archive, T& point) {
//     archive(point.x, point.y);
//   }
namespace onus {

template <class T, class Value>
concept PackedAs = std::same_as<std::remove_const_t<T>, Value>;

template <class T>
concept PlainNumber = std::is_arithmetic_v<T> || std::is_enum_v<T>;

struct BrokenMessage : std::runtime_error {
  using std::runtime_error::runtime_error;
};

class Packer {
 public:
  template <class... T>
  void operator()(const T&... values) {
    (put(values), ...);
  }
  std::string take() && { return std::move(bytes_); }

 private:
  template <PlainNumber T>
  void put(const T& value) {
    const std::size_t at = bytes_.size();
    bytes_.resize(at + sizeof value);
    std::memcpy(bytes_.data() + at, &value, sizeof value);
  }
  void put(const std::string& text) {
    put(text.size());
    bytes_ += text;
  }
  template <class T>
  void put(const std::optional<T>& value) {
    put(value.has_value());
    if (value) put(*value);
  }
  template <class T>
  void put(const std::vector<T>& values) {
    put(values.size());
    for (const T& value : values) put(value);
  }
  template <class Key, class T>
  void put(const std::map<Key, T>& values) {
    put(values.size());
    for (const auto& [key, value] : values) (*this)(key, value);
  }
  template <class T>
  requires(!PlainNumber<T>) void put(const T& value) { fields(*this, value); }

  std::string bytes_;
};

// Throws BrokenMessage where the bytes end too early.
class Unpacker {
 public:
  explicit Unpacker(std::string_view bytes) : rest_(bytes) {}
  template <class... T>
  void operator()(T&... values) {
    (get(values), ...);
  }

 private:
  std::string_view next(std::size_t size) {
    if (size > rest_.size()) throw BrokenMessage("a message of a worker is too short");
    const std::string_view bytes = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return bytes;
  }
  std::size_t count() {
    std::size_t number = 0;
    get(number);
    if (number > rest_.size()) throw BrokenMessage("a message of a worker is too short");
    return number;
  }
  template <PlainNumber T>
  void get(T& value) {
    std::memcpy(&value, next(sizeof value).data(), sizeof value);
  }
  void get(std::string& text) { text = next(count()); }
  template <class T>
  void get(std::optional<T>& value) {
    bool there = false;
    get(there);
    if (there) get(value.emplace());
  }
  template <class T>
  void get(std::vector<T>& values) {
    values.resize(count());
    for (T& value : values) get(value);
  }
  template <class Key, class T>
  void get(std::map<Key, T>& values) {
    for (std::size_t left = count(); left > 0; --left) {
      Key key;
      get(key);
      get(values[key]);
    }
  }
  template <class T>
  requires(!PlainNumber<T>) void get(T& value) { fields(*this, value); }

  std::string_view rest_;
};

template <class T>
std::string pack(const T& value) {
  Packer packer;
  packer(value);
  return std::move(packer).take();
}

template <class T>
T unpack(std::string_view bytes) {
  Unpacker unpacker(bytes);
  T value;
  unpacker(value);
  return value;
}

}  // namespace onus
