-- AlterTable
ALTER TABLE "sections" ADD COLUMN     "demo" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "users" ADD COLUMN     "simulated" BOOLEAN NOT NULL DEFAULT false;
