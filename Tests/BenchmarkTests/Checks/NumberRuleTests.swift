import Benchmark
import Testing

@Suite struct NumberRuleTests {
  // SAD PATH

  @Test(arguments: [
    (#""value":42"#, "It is 41.", "expected an answer that has as its last number 42; found 41"),
    (
      #""value":42"#, "forty-two", "expected an answer that has as its last number 42; found no number in \"forty-two\""
    ),
    (#""value":42,"take":"first""#, "7 or 42", "expected an answer that has as its first number 42; found 7"),
    (
      #""value":42,"take":"only""#, "7 or 42",
      "expected an answer that has no number but 42; found 2 numbers: 7, 42"
    ),
    (
      #""value":3.14,"tolerance":0.001"#, "3.15",
      "expected an answer that has as its last number 3.14 ± 0.001; found 3.15"
    ),
    (
      #""value":200,"relative_tolerance":0.01"#, "203",
      "expected an answer that has as its last number 200 ± 1 %; found 203"
    ),
    (#""value":0.3333"#, "1/3", "expected an answer that has as its last number 0.3333; found 0.3333333333333333"),
    (#""value":1,"not":true"#, "1", "expected no answer that has as its last number 1; found 1"),
  ])
  func `another number than the wanted one fails`(rule: String, answer: String, reason: String) throws {
    #expect(try Check.verdict("{\"type\":\"number\",\(rule)}", on: CheckInput(answer)) == reason)
  }

  // HAPPY PATH

  @Test(arguments: [
    (#""value":1234.5"#, "First 7, then **1,234.5** km."),
    (#""value":0.3"#, "0.30"), (#""value":0.3,"tolerance":0"#, "3e-1"),
    (#""value":3.14159,"tolerance":0.01"#, "π ≈ 3.15"), (#""value":200,"relative_tolerance":0.01"#, "199"),
    (#""value":-200,"relative_tolerance":0.01"#, "-202"), (#""value":42,"take":"only""#, "It is 42."),
    (#""value":7,"take":"first""#, "7, not 8"), (#""value":1234"#, "$1{,}234$"),
  ])
  func `the wanted number passes`(rule: String, answer: String) throws {
    #expect(try Check.verdict("{\"type\":\"number\",\(rule)}", on: CheckInput(answer)) == "passed")
  }

  @Test(arguments: [
    ("1,234.5", "1234.5"), ("-3 − −3", "-3 -3"), ("−3", "-3"), ("3e4 3E-2 3e 3e+2", "30000 0.03 3 300"),
    (".5 and -.5", "0.5 -0.5"), ("1,234,567", "1234567"), ("1,23 and 12,3456", "1 23 12 3456"), ("3,5", "3 5"),
    ("1234,567", "1234 567"), ("1/2", "0.5"), ("-3/4", "-0.75"), ("1/0", "1 0"), ("1/2/2026", "1 2 2026"),
    ("1.5/2", "1.5 2"), ("50%", "50"), ("GPT-4 and GPT4 say 5", "5"), ("10-20", "10 20"), ("1.2.3 is a version", ""),
    ("192.168.0.1:8080", "8080"), ("x=-4,y=5", "-4 5"), ("(−7)", "-7"), ("$5.00", "5"), ("12:30", "12 30"),
    ("42km", "42"), ("答案是42。", "42"), ("４２", "42"), ("1\u{202F}234", "1234"), ("The sum is 42.", "42"),
    ("1e999", "inf"), ("", ""), ("no", ""), ("5.", "5"), ("2\u{2044}4", "0.5"),
    // Signs before signs of money, dashes, a sign apart from its number.
    ("-$3.50", "-3.5"), ("−$3.50", "-3.5"), (#"-\$5"#, "-5"), ("-€5", "-5"), ("$-5", "-5"), ("–5", "-5"),
    ("x = - 5", "-5"),
    ("x ≈ −5", "-5"), ("3–5", "3 5"), ("3 - 5", "3 5"), ("- 5 apples", "5"), ("A–5", "5"), ("US$5", "5"),
    ("10 -$5", "10 -5"),
    // Fractions.
    (#"\boxed{\frac{1}{2}}"#, "0.5"), (#"-\frac{3}{4}"#, "-0.75"), (#"\dfrac{3}{4}"#, "0.75"),
    (#"2\frac{1}{2}"#, "2.5"),
    (#"\frac{x}{2}"#, "2"), ("1 1/2", "1.5"), ("-1 1/2", "-1.5"), ("3½", "3.5"), ("3 ½", "3.5"), ("½", "0.5"),
    ("⅞", "0.875"),
    ("5 1/2/2026", "5 1 2 2026"), ("2026 1/2", "2026 0.5"), ("1 3/2", "1 1.5"), ("1/2 3/4", "0.5 0.75"), ("m½", ""),
    // Groups.
    (#"\boxed{1\,234}"#, "1234"), ("1\u{A0}234\u{A0}567", "1234567"), ("1_000", "1000"), ("1,234\u{A0}567", "1234 567"),
    ("1_0000", "1"), ("a_5", ""), ("__42__", "42"), (#"1,\!234"#, "1234"),
    // Powers.
    (#"6 \times 10^{5}"#, "600000"), ("3 × 10⁵", "300000"), ("3 x 10^5", "300000"), ("-2·10^-3", "-0.002"),
    ("10^6", "1000000"),
    ("10⁻³", "0.001"), ("2^{10}", "1024"), ("25 m^2", "25"), ("x^{-2} = 4", "4"), ("25 m²", "25"), ("1998²", "1998"),
    ("3 × 10", "3 10"), ("10^99999", "inf"), ("10^99999999999999999999", "10"), ("2^", "2"),
    // Digits of other scripts.
    ("٣", "3"), ("१२", "12"), ("Ⅷ", ""), ("①", ""),
  ])
  func `numbers are found as people read them`(text: String, numbers: String) throws {
    let found = NumbersInText.find(in: text).map { "\($0)".replacing(/\.0$/, with: "") }
    #expect(found.joined(separator: " ") == numbers)
  }
}
