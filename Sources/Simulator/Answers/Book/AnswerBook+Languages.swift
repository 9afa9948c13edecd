extension AnswerBook {
  static let languages: [Entry] = translations + chinese + others

  private static let translations: [Entry] = [
    translated(
      "The library opens at nine o'clock.", into: "German", good: "Die Bibliothek öffnet um neun Uhr.",
      flawed: ["Die Bibliothek schließt um acht Uhr.", "Der Buchladen öffnet um neun Uhr."]),
    translated(
      "The library opens at nine o'clock.", into: "French", good: "La bibliothèque ouvre à neuf heures.",
      flawed: ["La librairie ouvre à neuf heures.", "La bibliothèque ouvre à dix heures."]),
    translated(
      "My sister is older than I am.", into: "Spanish", good: "Mi hermana es mayor que yo.",
      flawed: ["Mi hermana es más vieja.", "Mi hermano es mayor que yo."]),
    translated(
      "My sister is older than I am.", into: "Polish", good: "Moja siostra jest starsza ode mnie.",
      flawed: ["Moja siostra jest młodsza ode mnie.", "Mój brat jest starszy ode mnie."]),
    translated(
      "There is no milk in the fridge.", into: "Turkish", good: "Buzdolabında süt yok.",
      flawed: ["Buzdolabında süt var.", "There is no milk in the fridge: Dolapta su yok."]),
    translated(
      "There is no milk in the fridge.", into: "Japanese", good: "冷蔵庫に牛乳がありません。",
      flawed: ["冷蔵庫に水がありません。", "牛乳がありません。"]),
    translated(
      "Please close the door before you leave.", into: "Chinese", good: "离开之前请关上门。",
      flawed: ["请在离开之前打开窗户。", "走的时候请小心。"]),
    translated(
      "Please close the door before you leave.", into: "Arabic", good: "من فضلك أغلق الباب قبل أن تغادر.",
      flawed: ["من فضلك أغلق النافذة.", "شكرا لك."]),
  ]

  private static let chinese: [Entry] = [
    spoken(
      "“守株待兔”这个成语是什么意思？请用一句中文回答。",
      good: ["它比喻不主动努力，只想靠侥幸得到意外的收获。", "它比喻不努力而坐等好运气。"],
      flawed: ["它比喻做事非常有耐心，最后总会成功。", "It means waiting idly for luck, 即守株待兔。"]),
    spoken(
      "请用不超过二十个汉字概括下面这段话，只写概括。\n\n因为连续三天大雨，河水上涨，市政府决定从今晚八点起关闭河边的两条道路，"
        + "直到水位下降为止，公共汽车将改走中山路。",
      good: ["大雨致河水上涨，河边两条路今晚起关闭。", "河水上涨，今晚八点起封闭河边两路。"],
      flawed: ["因为连续三天大雨，河水上涨，市政府决定今晚八点起关闭河边的两条道路，公交改道。", "连续三天大雨，公共汽车改走中山路。"]),
    spoken(
      "读下面的句子，写出付款人、金额（元）和日期（YYYY-MM-DD）。\n\n王小梅在二〇二六年三月九日付了三百二十元修自行车。",
      good: [#"{"payer": "王小梅", "amount": 320, "date": "2026-03-09"}"#],
      flawed: [
        #"{"payer": "王小梅", "amount": 302, "date": "2026-03-09"}"#,
        #"{"payer": "王小梅", "amount": 32, "date": "2026-03-09"}"#,
      ]),
    spoken("把下面的句子写成繁体字，只写结果：图书馆今天关门。", good: ["圖書館今天關門。", "圖書館今天關門"], flawed: ["图書館今天关門。", "圖書館今日關門了。"]),
    spoken("在括号里填上合适的量词，只写这个量词：一（　）马。", good: ["匹", "匹。"], flawed: ["头", "只", "一匹马"]),
    spoken("小明有十二个苹果，给了小红三分之一，又买了五个。现在他有几个苹果？只写数字。", good: ["13", "十三"], flawed: ["9", "17", "14"]),
  ]

  private static let others: [Entry] = [
    spoken(
      "次の文を敬語（謙譲語）に直して、文だけを書いてください。\n\n明日、先生の家に行きます。",
      good: ["明日、先生のお宅に伺います。", "明日、先生のお宅に参ります。"], flawed: ["明日、先生のお宅にいらっしゃいます。", "明日、先生の家に行きますよ。"]),
    spoken(
      "Setze den Satz ins Perfekt und schreibe nur den Satz: Sie geht früh nach Hause.",
      good: ["Sie ist früh nach Hause gegangen.", "Sie ist früh nach Hause gegangen"],
      flawed: ["Sie hat früh nach Hause gegangen.", "Sie ging früh nach Hause."]),
    spoken(
      "Mets la phrase au pluriel et n'écris que la phrase : Le cheval est blanc.", good: ["Les chevaux sont blancs."],
      flawed: ["Les chevals sont blancs.", "Les chevaux sont blanc."]),
    spoken(
      "¿Por qué el cielo es azul? Contesta en una sola frase de veinticinco palabras como máximo.",
      good: [
        "Porque el aire dispersa la luz azul del sol mucho más que la roja.",
        "Por la dispersión de Rayleigh de la luz solar.",
      ],
      flawed: [
        "El cielo es azul because the air scatters blue light.",
        "El cielo es azul porque refleja el color de los océanos, que cubren la mayor parte del planeta y que a su vez "
          + "reflejan el color del cielo en los días despejados.",
      ]),
    spoken(
      "ما عاصمة المغرب؟ أجب بكلمة واحدة.", good: ["الرباط", "الرباط."],
      flawed: ["مراكش", "الدار البيضاء", "عاصمة المغرب هي الرباط."]),
    spoken("एक सप्ताह में कितने दिन होते हैं? एक शब्द में उत्तर दीजिए।", good: ["सात", "सात।"], flawed: ["छह", "आठ"]),
    spoken(
      "Which language is this? Answer with its English name only.\n\nMissä on lähin apteekki?",
      good: ["Finnish", "Finnish."],
      flawed: ["Estonian", "Hungarian", "This is Finnish."]),
  ]

  private static func translated(_ text: String, into language: String, good: String, flawed: [String]) -> Entry {
    spoken(
      "Translate into \(language). Answer with the translation only.\n\n\(text)", good: [good], flawed: flawed)
  }

  private static func spoken(_ question: String, good: [String], flawed: [String]) -> Entry {
    Entry(question: question, subject: .languages, good: good, flawed: flawed)
  }
}
