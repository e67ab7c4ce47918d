import CSQLite

/// A database in memory, for formats that are one. A class because it owns the connection.
final class SQLiteDatabase {
  /// What SQLite says went wrong: no memory, or a statement of ours that it does not take.
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  enum Value {
    case integer(Int)
    case text(String)
  }

  private let connection: OpaquePointer

  init() throws {
    var opened: OpaquePointer?
    guard sqlite3_open(":memory:", &opened) == SQLITE_OK, let opened else {
      sqlite3_close(opened)
      throw Failure(description: "SQLite: out of memory")
    }
    connection = opened
  }

  deinit { sqlite3_close(connection) }

  /// One statement or several, without values.
  func execute(_ sql: String) throws {
    guard sqlite3_exec(connection, sql, nil, nil, nil) == SQLITE_OK else { throw failure }
  }

  /// One statement for many rows: prepared once.
  func insert(_ sql: String, rows: some Sequence<[Value]>) throws {
    var prepared: OpaquePointer?
    guard sqlite3_prepare_v2(connection, sql, -1, &prepared, nil) == SQLITE_OK else { throw failure }
    defer { sqlite3_finalize(prepared) }
    for row in rows {
      for (i, value) in row.enumerated() {
        switch value {
        case .integer(let number): sqlite3_bind_int64(prepared, Int32(i + 1), Int64(number))
        case .text(let text):
          _ = tamra_sqlite_bind_text(prepared, Int32(i + 1), text, Int32(clamping: text.utf8.count))
        }
      }
      guard sqlite3_step(prepared) == SQLITE_DONE, sqlite3_reset(prepared) == SQLITE_OK else { throw failure }
    }
  }

  /// The file the database would be.
  func bytes() throws -> [UInt8] {
    var size: Int64 = 0
    guard let data = sqlite3_serialize(connection, "main", &size, 0) else { throw failure }
    defer { sqlite3_free(data) }
    return Array(UnsafeBufferPointer(start: data, count: Int(size)))
  }

  private var failure: Failure { Failure(description: "SQLite: " + String(cString: sqlite3_errmsg(connection))) }
}
