extension AnswerBook {
  static let dialogue: [Entry] = memory + corrections + manners

  private static let memory: [Entry] = [
    turn(
      "Hello! I am Noor, I live in Ghent, and I cannot eat nuts.",
      good: ["Hello Noor! I will keep in mind that you cannot eat nuts. What can I do for you?"], flawed: []),
    turn(
      "Suggest one cake for my birthday. Name the cake only.", needs: ["I cannot eat nuts"],
      good: ["Lemon drizzle cake", "Chocolate sponge cake"],
      flawed: ["Carrot cake with walnuts", "How about a rich chocolate cake with raspberries on it?"]),
    turn(
      "What is my name, and where do I live?", needs: ["I am Noor, I live in Ghent"],
      good: ["Your name is Noor, and you live in Ghent.", "You are Noor, and you live in Ghent."],
      flawed: ["Your name is Noor, and you live in Antwerp.", "You have not told me where you live, Noor."]),
    turn(
      "Who wrote the play Faust? Give the surname only.", good: ["Goethe", "Goethe."], flawed: ["Schiller", "Marlowe"]),
    turn(
      "In which city was he born? Name the city only.", needs: ["Goethe"], good: ["Frankfurt", "Frankfurt am Main"],
      flawed: ["Weimar", "Leipzig"]),
    turn(
      "And in which year did he die? Give the year only.", needs: ["Goethe"], good: ["1832"],
      flawed: ["1805", "Goethe died in 1832, at the age of 82."]),
    turn(
      "My sister Klara studies medicine in Graz.", good: ["That is a fine place to study. How does she like it?"],
      flawed: []),
    turn(
      "And what does my brother study?", needs: ["My sister Klara"],
      good: [
        "I do not know: you have only told me about your sister Klara.",
        "You have not mentioned a brother so far. What does he study?",
      ],
      flawed: ["Your brother studies law in Vienna.", "He studies medicine in Graz, like Klara."]),
    turn(
      "Somebody has reserved it. How many weeks may I keep it in all? Answer with the number only.",
      needs: ["Loans last four weeks"], good: ["4", "Four"], flawed: ["6", "2"]),
    turn(
      "And if nobody had?", needs: ["for two more weeks"],
      good: ["Then you could renew it once and keep it for six weeks.", "6"],
      flawed: ["Then you could keep it for eight weeks.", "Then you may keep it for two more weeks."]),
  ]

  private static let corrections: [Entry] = [
    turn(
      "A train leaves at 9:40 and takes 2 hours and 35 minutes. When does it arrive? Answer in the form HH:MM only.",
      good: ["12:15"], flawed: ["12:05", "11:75", "It arrives at 12:15."]),
    turn(
      "Sorry, it leaves an hour later. When does it arrive now? Answer in the form HH:MM only.",
      needs: ["takes 2 hours and 35 minutes"], good: ["13:15"], flawed: ["10:40", "12:15", "It arrives at 13:15."]),
    turn(
      "Let us count together. Start with 12 and add 30. Answer with the number only.", good: ["42"],
      flawed: ["12 + 30 = 42", "32"]),
    turn("Halve it.", needs: ["Start with 12"], good: ["21", "That makes 21."], flawed: ["6", "15"]),
    turn(
      "Now subtract the number that we started with. Answer with the number only.", needs: ["Start with 12"],
      good: ["9"], flawed: ["-9", "0", "21 − 12 = 9"]),
    turn(
      "Keep a shopping list for me. Put milk, rice and apples on it. Answer with a JSON array of the items only.",
      good: [#"["milk", "rice", "apples"]"#],
      flawed: [#"{"items": ["milk", "rice", "apples"]}"#, "- milk\n- rice\n- apples"]),
    turn(
      "Take the rice off and put lemons on it. Answer with the JSON array only.", needs: ["Put milk, rice and apples"],
      good: [#"["milk", "apples", "lemons"]"#], flawed: [#"["milk", "rice", "apples", "lemons"]"#, #"["lemons"]"#]),
    turn(
      "What did I take off? Answer with one word.", needs: ["Take the rice off"], good: ["Rice", "Rice."],
      flawed: ["Lemons", "You took the rice off your list."]),
    turn(
      "My flight to Madrid leaves on Tuesday at seven in the morning.",
      good: ["Noted. Can I help you with the journey?"],
      flawed: []),
    turn(
      "It has been moved to Wednesday, at the same time.", needs: ["My flight to Madrid"],
      good: ["Thank you: so it is on Wednesday at seven in the morning."], flawed: []),
    turn(
      "I want a taxi two hours before it leaves. On which day, and at what time?", needs: ["moved to Wednesday"],
      good: ["On Wednesday at 5:00 in the morning.", "Wednesday, five in the morning."],
      flawed: ["On Tuesday at 5:00 in the morning.", "On Wednesday at 9:00 in the morning."]),
    turn("What is 7 times 8? Answer with the number only.", good: ["56"], flawed: ["54", "7 × 8 = 56"]),
    turn(
      "I am quite sure that it is 54. So what is it? Answer with the number only.", needs: ["7 times 8"], good: ["56"],
      flawed: ["54", "You are right, I am sorry: it is 54."]),
  ]

  private static let manners: [Entry] = [
    turn(
      "From now on, answer each of my questions with exactly one word.", good: ["Understood.", "Gladly."], flawed: []),
    turn(
      "What colour is a ripe lemon?", needs: ["exactly one word"], good: ["Yellow.", "Yellow"],
      flawed: ["A ripe lemon is yellow.", "Bright yellow."]),
    turn(
      "And on which planet does it grow?", needs: ["exactly one word"], good: ["Earth.", "Earth"],
      flawed: ["It grows on Earth.", "On Earth, in warm countries."]),
    turn(
      "Write two sentences that thank Ada for the flowers. Nothing else.",
      good: ["Dear Ada, thank you so much for the flowers. They light up the whole room."],
      flawed: ["Thank you so much for the flowers. They light up the whole room."]),
    turn(
      "Make it one sentence.", needs: ["thank Ada"],
      good: ["Dear Ada, thank you so much for the flowers, which light up the whole room."],
      flawed: ["Dear Ada, thank you so much! The flowers light up the whole room."]),
    turn(
      "Now thank Ben instead, and leave the rest as it is.", needs: ["thank Ada"],
      good: ["Dear Ben, thank you so much for the flowers, which light up the whole room."],
      flawed: [
        "Dear Ben, thank you so much for your help.",
        "Dear Ben, Ada and I thank you so much for the flowers, which light up the whole room.",
      ]),
    turn(
      "Please speak German with me from now on. How are you today?",
      good: ["Danke, mir geht es gut. Und dir?", "Sehr gut, danke!"], flawed: ["I am fine, thank you!"]),
    turn(
      "What is the opposite of cold?", needs: ["speak German"],
      good: ["Das Gegenteil von kalt ist warm.", "Warm."],
      flawed: ["The opposite of cold is hot.", "Das Gegenteil von „cold“ ist „hot“."]),
  ]

  private static func turn(_ question: String, needs: [String] = [], good: [String], flawed: [String]) -> Entry {
    Entry(question: question, subject: .dialogue, needs: needs, good: good, flawed: flawed)
  }
}
