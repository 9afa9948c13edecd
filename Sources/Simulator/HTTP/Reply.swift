/// What a request is answered with.
enum Reply {
  case atOnce(Response)
  case overTime(Performance)
}
