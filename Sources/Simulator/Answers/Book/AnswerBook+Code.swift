extension AnswerBook {
  static let code: [Entry] = written + read + repaired + commands

  private static let written: [Entry] = [
    divisor(
      in: "Python",
      good: ["def gcd(a, b):\n    while b:\n        a, b = b, a % b\n    return a"],
      flawed: [
        "def gcd(a, b):\n    for n in range(min(a, b), 0, -1):\n        if a // n * n == a and b // n * n == b:\n"
          + "            return n",
        "import math\n\nprint(math.gcd(12, 18))",
      ]),
    divisor(
      in: "JavaScript",
      good: ["function gcd(a, b) {\n  while (b !== 0) {\n    [a, b] = [b, a % b];\n  }\n  return a;\n}"],
      flawed: [
        "function greatestCommonDivisor(a, b) {\n  return b === 0 ? a : greatestCommonDivisor(b, a % b);\n}",
        "def gcd(a, b):\n    return a if b == 0 else gcd(b, a - b)",
      ]),
    divisor(
      in: "Go",
      good: ["func gcd(a, b int) int {\n\tfor b != 0 {\n\t\ta, b = b, a%b\n\t}\n\treturn a\n}"],
      flawed: [
        "func GCD(a, b int) int {\n\tif b == 0 {\n\t\treturn a\n\t}\n\treturn GCD(b, a-b)\n}",
        "func gcd(a, b int) int {\n\tif a == b {\n\t\treturn a\n\t}\n\treturn gcd(b, a/b)\n}",
      ]),
    programmed(
      "Write one Python expression that gives the words of the list words that are longer than three letters, in upper "
        + "case. Answer with the expression only.",
      good: ["[word.upper() for word in words if len(word) > 3]", "[w.upper() for w in words if len(w) >= 4]"],
      flawed: [
        "[word.upper() for word in words if len(word) >= 3]",
        "list(filter(lambda w: len(w) > 3, words)).upper()",
      ]),
    programmed(
      "A table orders has the columns id, customer and total. Write one SQL query that gives each customer with more "
        + "than two orders, and the sum of their totals. Answer with the query only.",
      good: [
        "SELECT customer, SUM(total) FROM orders GROUP BY customer HAVING COUNT(*) > 2;",
        "SELECT customer, SUM(total) AS total\nFROM orders\nGROUP BY customer\nHAVING COUNT(id) > 2;",
      ],
      flawed: [
        "SELECT customer, SUM(total) FROM orders WHERE COUNT(*) > 2 GROUP BY customer;",
        "SELECT customer, SUM(total) FROM orders GROUP BY customer HAVING COUNT(*) >= 2;",
      ]),
    programmed(
      "Write a regular expression that matches a whole line that is a date in the form YYYY-MM-DD, with a month from 01 "
        + "to 12; the day need only be two digits. Answer with the expression only, without delimiters.",
      good: [#"^\d{4}-(0[1-9]|1[0-2])-\d{2}$"#, #"^[0-9]{4}-(?:0[1-9]|1[012])-[0-9]{2}$"#],
      flawed: [#"^\d{4}-\d{2}-\d{2}$"#, #"\d{4}-(0[1-9]|1[0-2])-\d{2}"#]),
  ]

  private static let read: [Entry] = [
    programmed(
      "What does this Python program print? Answer with the output only.\n\nitems = [3, 1, 2]\nother = items\n"
        + "other.sort()\nprint(items[0] + len(other))",
      good: ["4"], flawed: ["6", "3", "[1, 2, 3] 4"]),
    programmed(
      "What does this JavaScript program print? Answer with the output only, on one line.\n\nconst f = [];\n"
        + "for (var i = 0; i < 3; i++) f.push(() => i);\nconsole.log(f.map(g => g()).join(' '));",
      good: ["3 3 3"], flawed: ["0 1 2", "2 2 2"]),
    programmed(
      "A function sorts a list of n numbers by merge sort and then looks up each of n keys in it by binary search. "
        + "What is its running time? Answer in the form O(…) only.",
      good: ["O(n log n)"], flawed: ["O(n^2)", "O(n)", "O(2n log n), that is, O(n log n)"]),
  ]

  private static let repaired: [Entry] = [
    programmed(
      "This Python function shall give the mean of a list, and None for an empty one. Which line holds the bug? Answer "
        + "with the number of the line only.\n\n1  def mean(values):\n2      total = 0\n3      for value in values:\n"
        + "4          total += value\n5      if len(values) == 1:\n6          return None\n"
        + "7      return total / len(values)",
      good: ["5", "Line 5"], flawed: ["7", "6", "2"]),
    programmed(
      "Make this Python line safe against SQL injection, for the module sqlite3. Answer with the line only.\n\n"
        + #"cursor.execute(f"SELECT * FROM users WHERE name = '{name}'")"#,
      good: [#"cursor.execute("SELECT * FROM users WHERE name = ?", (name,))"#],
      flawed: [
        #"cursor.execute("SELECT * FROM users WHERE name = '%s'" % name)"#,
        #"cursor.execute(f"SELECT * FROM users WHERE name = '{escape(name)}'")"#,
      ]),
    programmed(
      "Repair this JSON and change nothing else. Answer with the JSON only.\n\n"
        + #"{'name': "ada", "ports": [80, 443,], "debug": False}"#,
      good: [#"{"name": "ada", "ports": [80, 443], "debug": false}"#],
      flawed: [
        #"{"name": "ada", "ports": [80, 443], "debug": "False"}"#,
        #"{"name": "ada", "ports": [80, 443,], "debug": false}"#,
      ]),
  ]

  private static let commands: [Entry] = [
    programmed(
      "Which git command undoes the last commit and leaves its changes staged? Answer with the command only.",
      good: ["git reset --soft HEAD~1", "git reset --soft HEAD^"],
      flawed: ["git reset --hard HEAD~1", "git revert HEAD"]),
    programmed(
      "Write the five fields of a cron entry for half past seven on every weekday, Monday to Friday. Answer with the "
        + "fields only.",
      good: ["30 7 * * 1-5", "30 7 * * MON-FRI"], flawed: ["7 30 * * 1-5", "30 7 * * 1-7", "30 7 1-5 * *"]),
    programmed(
      "Write one shell command that prints in how many lines of the file app.log the word ERROR stands. Answer with the "
        + "command only.",
      good: ["grep -c ERROR app.log", "grep -cw ERROR app.log"],
      flawed: ["grep ERROR app.log", "wc -l app.log", "cat app.log | grep ERROR"]),
  ]

  private static func divisor(in language: String, good: [String], flawed: [String]) -> Entry {
    programmed(
      "Write a function gcd(a, b) in \(language) that computes the greatest common divisor of two positive integers by "
        + "Euclid's algorithm. Answer with the code only, without a comment or an example.",
      good: good, flawed: flawed)
  }

  private static func programmed(_ question: String, good: [String], flawed: [String]) -> Entry {
    Entry(question: question, subject: .code, good: good, flawed: flawed)
  }
}
