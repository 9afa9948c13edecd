import Benchmark
import Testing

@Suite struct SlugTests {
  @Test(arguments: [
    ("qwen/qwen3-coder:free", "qwen-qwen3-coder-free-"),
    ("../../etc/passwd", "etc-passwd-"),
    ("/etc/passwd", "etc-passwd-"),
    ("..", "_-"),
    (".", "_-"),
    ("", "_-"),
    ("---", "_-"),
    ("-rf", "rf-"),
    (".hidden", "hidden-"),
    ("a\0b", "a-b-"),
    ("a\nb\u{1B}[31m", "a-b--31m-"),
    ("a\\b", "a-b-"),
    ("C:\\x", "C--x-"),
    ("modèle/日本", "mod-le----"),
    ("a b", "a-b-"),
    (String(repeating: "x", count: 300), String(repeating: "x", count: 80) + "-"),
  ])
  func `an id becomes a name and never a path`(id: String, start: String) {
    let slug = Slug.of(id)
    #expect(slug == start + SHA256.hex(id.utf8).prefix(8))
    #expect(slug.utf8.count <= 89)
    #expect(
      slug.utf8.allSatisfy { "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-".utf8.contains($0) })
  }

  @Test func `ids that read alike have different names`() {
    let ids = ["a/b", "a:b", "a-b", "A/b", "a//b", "é", "e\u{301}", "", ".", "..", "/"]
    #expect(Set(ids.map { Slug.of($0).lowercased() }).count == ids.count)
  }
}
