/** Ten thousand hostile requests as five roles. */
import { fuzzAll } from '#test/fuzzing/fuzz-all.ts'

fuzzAll(10_000)
