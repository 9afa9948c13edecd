extension Generation {
  func chunk(of piece: Piece) -> JSON {
    head("chat.completion.chunk").adding(choices(delta: Self.delta(of: piece), finish: nil))
  }

  private static func delta(of piece: Piece) -> JSON {
    switch piece.part {
    case .content: ["content": .string(piece.text), "role": "assistant"]
    case .reasoning:
      emptyDelta.adding(["reasoning": .string(piece.text), "reasoning_details": details(of: piece.text)])
    case .call(let place, let id, let name):
      [
        "content": nil, "role": "assistant",
        "tool_calls": [
          [
            "index": .integer(place), "id": .string(id), "type": "function",
            "function": ["name": .string(name), "arguments": .string(piece.text)],
          ]
        ],
      ]
    case .arguments(let place):
      [
        "content": nil, "role": "assistant",
        "tool_calls": [["index": .integer(place), "function": ["arguments": .string(piece.text)]]],
      ]
    }
  }

  var finishChunk: JSON {
    let delta = model.reasoning == nil ? Self.emptyDelta : Self.emptyDelta.adding(["reasoning": nil])
    return head("chat.completion.chunk", isLate: true).adding(choices(delta: delta, finish: finish))
  }

  /// Since June 2026 this chunk repeats the reason of the one before it.
  var usageChunk: JSON {
    head("chat.completion.chunk", isLate: true)
      .adding(["service_tier": nil])
      .adding(choices(delta: Self.emptyDelta, finish: finish))
      .adding(["usage": usage.json]).adding(usage.timings)
  }

  /// The body of an answer that is not streamed.
  var body: JSON {
    let choice: JSON = [
      "index": 0, "logprobs": nil, "finish_reason": .string(finish.rawValue),
      "native_finish_reason": .string(nativeWord(for: finish)), "message": message,
    ]
    return head("chat.completion").adding([
      "system_fingerprint": JSON(model.fingerprint), "service_tier": nil, "choices": [choice], "usage": usage.json,
    ]).adding(usage.timings)
  }

  private var message: JSON {
    let thought = text(of: .reasoning)
    let calls = self.calls
    let message: JSON = [
      "role": "assistant", "content": calls.isEmpty ? .string(text(of: .content)) : nil,
      "refusal": nil, "reasoning": JSON(thought.isEmpty ? nil : thought),
    ]
    return message.adding(thought.isEmpty ? [:] : ["reasoning_details": Self.details(of: thought)])
      .adding(calls.isEmpty ? [:] : ["tool_calls": .array(calls)])
  }

  private func text(of part: Part) -> String {
    pieces.filter { $0.part == part }.map(\.text).joined()
  }

  private var calls: [JSON] {
    pieces.compactMap { piece in
      guard case .call(let place, let id, let name) = piece.part else { return nil }
      return [
        "type": "function", "index": .integer(place), "id": .string(id),
        "function": ["name": .string(name), "arguments": .string(piece.text + text(of: .arguments(place)))],
      ]
    }
  }

  private func head(_ object: String, isLate: Bool = false) -> JSON {
    let head: JSON = [
      "id": .string(id), "object": .string(object), "created": .integer(created), "model": .string(model.id),
      "provider": .string(model.provider),
    ]
    guard isLate, let fingerprint = model.fingerprint else { return head }
    return head.adding(["system_fingerprint": .string(fingerprint)])
  }

  private func choices(delta: JSON, finish: Finish?) -> JSON {
    [
      "choices": [
        [
          "index": 0, "delta": delta, "finish_reason": JSON(finish?.rawValue),
          "native_finish_reason": JSON(finish.map(nativeWord)),
        ]
      ]
    ]
  }

  /// The reason in the words of the model's provider.
  private func nativeWord(for finish: Finish) -> String {
    switch finish {
    case .stop: model.wordForStop
    case .length: model.wordForStop == "STOP" ? "MAX_TOKENS" : "length"
    case .toolCalls: model.wordForStop == "STOP" ? "STOP" : "tool_calls"
    }
  }

  private static let emptyDelta: JSON = ["content": "", "role": "assistant"]

  private static func details(of thought: String) -> JSON {
    [["type": "reasoning.text", "text": .string(thought), "format": "unknown", "index": 0]]
  }
}

extension Generation.Usage {
  var json: JSON {
    let counts: JSON = [
      "prompt_tokens": .integer(prompt), "completion_tokens": .integer(completion),
      "total_tokens": .integer(prompt + completion), "cost": 0, "is_byok": false,
      "cost_details": [
        "upstream_inference_cost": 0, "upstream_inference_prompt_cost": 0, "upstream_inference_completions_cost": 0,
      ],
      "completion_tokens_details": [
        "reasoning_tokens": .integer(reasoning), "image_tokens": 0, "audio_tokens": 0,
      ],
    ]
    return counts.adding(promptDetails)
  }

  private var promptDetails: JSON {
    guard cache.map({ $0.telling == .usage }) ?? true else { return [:] }
    return [
      "prompt_tokens_details": [
        "cached_tokens": .integer(cache?.tokens ?? 0), "cache_write_tokens": 0, "audio_tokens": 0, "video_tokens": 0,
      ]
    ]
  }

  /// Beside the usage.
  var timings: JSON {
    guard let cache, cache.telling == .timings else { return [:] }
    return ["timings": ["cache_n": .integer(cache.tokens), "prompt_n": .integer(prompt - cache.tokens)]]
  }
}
