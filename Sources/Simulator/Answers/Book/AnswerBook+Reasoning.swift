extension AnswerBook {
  static let reasoning: [Entry] = [
    puzzle(
      "A notebook and a pen cost 2.20 euros together. The notebook costs 2.00 euros more than the pen. How many "
        + "cents does the pen cost?",
      working: "Let the pen cost p. The notebook costs p + 2.00, so 2p + 2.00 = 2.20 and p = 0.10.", answer: "10",
      slip: "The notebook costs 2.00 euros, which leaves 0.20 for the pen.", wrong: "20"),
    puzzle(
      "On an island knights always tell the truth and knaves always lie. Ada says: \"Ben is a knave.\" Ben says: "
        + "\"Ada and I are of the same kind.\" Exactly one of them is a knight. Who?",
      working: "If Ben were the knight, both would be of one kind, against what is given. So Ben lies, and Ada, who "
        + "calls him a knave, tells the truth.",
      answer: "Ada", slip: "Ada accuses Ben, which is what a knave would do.", wrong: "Ben"),
    puzzle(
      "Five runners finished a race, no two at once. Mia was ahead of Tom. Lena came in right after Tom. Kai was "
        + "last. Ana was ahead of Mia. Who was third?",
      working: "Ana was ahead of Mia, Mia ahead of Tom, Lena right behind Tom and Kai last: Ana, Mia, Tom, Lena, Kai.",
      answer: "Tom", slip: "The order is Mia, Ana, Lena, Tom, Kai.", wrong: "Lena"),
    puzzle(
      "A clock gains five minutes in every hour. It is set right at noon. What does it show when it is really six "
        + "in the evening of the same day? Give the time as HH:MM on a 24-hour clock.",
      working: "Six hours have passed, and the clock has gained 6 × 5 = 30 minutes.", answer: "18:30",
      slip: "Six hours at five minutes each make half an hour, so the clock is that much behind.", wrong: "17:30"),
    puzzle(
      "The lilies on a lake double their area every day and cover all of it after 48 days. After how many days did "
        + "they cover a quarter of it?",
      working: "A day before the end they covered a half, and the day before that a quarter: 48 − 2 = 46.",
      answer: "46", slip: "A quarter of 48 days is 12 days.", wrong: "12"),
    puzzle(
      "A drawer holds 10 black, 8 white and 6 red socks, and it is dark. How many socks must you take to be sure of "
        + "two of one colour?",
      working: "There are three colours, so three socks may all differ; the fourth must match one of them.",
      answer: "4", slip: "In the worst case all ten black socks come first, and one more is needed.", wrong: "11"),
    puzzle(
      "Which number comes next: 2, 6, 12, 20, 30?",
      working: "The differences are 4, 6, 8, 10, so the next is 12: 30 + 12 = 42. The numbers are n × (n + 1).",
      answer: "42", slip: "The last difference is 10, and 30 + 10 = 40.", wrong: "40"),
    puzzle(
      "1 March 2028 is a Wednesday. Which day of the week is 1 March 2029?",
      working: "The leap day of 2028 is already over on 1 March, so 365 days pass: 52 weeks and one day.",
      answer: "Thursday", slip: "2028 is a leap year, so 366 days pass: 52 weeks and two days.", wrong: "Friday"),
  ]

  private static func puzzle(
    _ question: String, working: String, answer: String, slip: String, wrong: String
  ) -> Entry {
    Entry(
      question: question, subject: .reasoning,
      good: ["\(working)\n\nAnswer: \(answer)", "\(working)\n\n**Answer:** \(answer)"],
      flawed: ["\(slip)\n\nAnswer: \(wrong)", "\(working)\n\nSo it is \(answer), I believe."])
  }
}
