extension AnswerBook {
  static let vision: [Entry] = shapes + charts + papers

  private static let shapes: [Entry] = [
    seen(
      "How many circles are there in the picture? Answer with the number only.", in: "Three red circles",
      good: ["3", "Three (3)"], flawed: ["4", "2", "Six shapes, 3 of them circles, and 2 squares."]),
    seen(
      "Which colour has the shape furthest to the right? Answer with one word.", in: "a green triangle",
      good: ["Green", "green"], flawed: ["Blue", "Red", "The triangle on the right is green."]),
    seen(
      "What is in the second picture and not in the first? Answer in a few words.", in: "an orange square",
      good: ["An orange square", "An orange square beside the triangle."],
      flawed: ["A green triangle", "Another red circle", "The two pictures are the same."]),
    seen(
      "One of the squares stands on its corner. In which row (from the top) and in which column (from the left) is it?",
      in: "Five rows of five blue squares", good: [#"{"row": 2, "column": 4}"#],
      flawed: [#"{"row": 4, "column": 2}"#, #"{"row": 2, "column": 5}"#, #"{"row": 3, "column": 4}"#]),
    seen(
      "What time is it on this clock? Answer in the form H:MM only.", in: "A clock with hands",
      good: ["4:35", "04:35"],
      flawed: ["10:10", "7:22", "5:35", "It is 4:35 on the clock."]),
  ]

  private static let charts: [Entry] = [
    seen(
      "How many visitors came in March? Answer with the number only.", in: "visitors of a museum",
      good: ["150", "150."], flawed: ["120", "180", "About 150 visitors came in March, up from 90 in February."]),
    seen(
      "How many times as many visitors came in May as in April? Answer with the number only.",
      in: "visitors of a museum", good: ["3", "3.0"], flawed: ["2", "120", "1.5"]),
    seen(
      "What is the first year in which more electric bicycles were sold than others? Answer with the year only.",
      in: "bicycles sold", good: ["2023"], flawed: ["2022", "2021", "In 2023, when it was 40 to 33."]),
    seen(
      "An item is not in stock. What is the last thing that is done? Answer in a few words.", in: "A flow chart",
      good: ["The customer is written to.", "Write to the customer"], flawed: ["Ask the supplier", "Ship today"]),
    seen(
      "What does this program print? Answer with the output only.", in: "A Python program", good: ["9"],
      flawed: ["15", "6", "25"]),
  ]

  private static let papers: [Entry] = [
    seen(
      "Read this receipt. Give the date as YYYY-MM-DD, and the price of a line as it is printed.", in: "A receipt",
      good: [
        #"{"shop": "Corner Cafe", "date": "2026-03-14", "items": [{"quantity": 2, "name": "Coffee", "price": 6.40}, "#
          + #"{"quantity": 1, "name": "Carrot cake", "price": 4.50}, {"quantity": 1, "name": "Rye bread", "#
          + #""price": 2.10}], "total": 13.00, "change": 7.00}"#
      ],
      flawed: [
        #"{"shop": "Corner Cafe", "date": "14.03.2026", "items": [{"quantity": 2, "name": "Coffee", "price": 6.40}, "#
          + #"{"quantity": 1, "name": "Carrot cake", "price": 4.50}, {"quantity": 1, "name": "Rye bread", "#
          + #""price": 2.10}], "total": 13.00, "change": 7.00}"#,
        #"{"shop": "Corner Cafe", "date": "2026-03-14", "items": [{"quantity": 2, "name": "Coffee", "price": 3.20}, "#
          + #"{"quantity": 1, "name": "Bread", "price": 2.10}], "total": 20.00, "change": 7.00}"#,
      ]),
    seen(
      "What does one coffee cost, in pounds? Answer with the number only.", in: "A receipt", good: ["3.20", "3.2"],
      flawed: ["6.40", "4.50", "Two coffees cost 6.40, so one costs 3.20."]),
    seen(
      "From which track does the later train to Porto leave? Answer with the number only.", in: "Departures",
      good: ["3", "Track 3"], flawed: ["7", "2", "The 10:05 to Porto leaves from track 3."]),
    seen(
      "Copy the text of the sign, on one line, without any other word.", in: "A yellow sign",
      good: [
        "CAUTION Wet paint on platform 3 Please use the stairs at exit B",
        "CAUTION: Wet paint on platform 3. Please use the stairs at exit B.",
      ],
      flawed: ["The sign warns of wet paint on platform 3.", "CAUTION Wet floor Please use the lift"]),
    seen(
      "Which telephone number is on the sign? Answer with the number, or with the word none.", in: "A yellow sign",
      good: ["none", "None."], flawed: ["0800 555 0199", "The number on the sign is 030 901820."]),
  ]

  private static func seen(_ question: String, in title: String, good: [String], flawed: [String]) -> Entry {
    Entry(question: question, subject: .vision, needs: [title], good: good, flawed: flawed)
  }
}
