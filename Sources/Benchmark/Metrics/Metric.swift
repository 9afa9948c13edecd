/// A number derived from the stamps of a trial: what reports call it.
///
/// Computed whenever it is asked for and never stored, so that a better definition applies to old runs too.
package enum Metric: String, CaseIterable, Hashable, Sendable {
  case queue = "queue_ms"
  case connect = "connect_ms"
  case timeToFirstToken = "ttft_ms"
  case timeToFirstAnswer = "ttfa_ms"
  case thinking = "thinking_ms"
  case latency = "latency_ms"
  case wall = "wall_ms"
  case retry = "retry_ms"
  case decodeRate = "decode_tps"
  case answerRate = "answer_tps"
  case outputRate = "output_tps"
  case timePerToken = "tpot_ms"
  case medianGap = "read_gap_p50_ms"
  case longestGap = "read_gap_max_ms"
  case stalls = "read_gap_stalls"
  case answerCharacterRate = "answer_chars_per_s"
  case tokens

  /// The column's name in every export.
  package var name: String { rawValue }
}
