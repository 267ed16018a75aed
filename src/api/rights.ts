/** What pages about accounts have to know of rights and of the audit log, besides the shapes. */

export { permissions, permissionsOf, roles, type Grant, type Permission, type Role } from '#domain/access.ts'
export { auditActs, type AuditAct, type AuditBreak, type AuditHead } from '#domain/audit.ts'
