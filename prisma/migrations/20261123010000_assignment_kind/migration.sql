-- Apart from the rest: a new value of an enum can be used only after its transaction.
-- AlterEnum
ALTER TYPE "attempt_kind" ADD VALUE 'assignment';
