/**
 * Exceptions of the SPDX license list 3.28.0 that the generated table does not hold, because the package it is made from
 * follows an older list.
 */
export const newerExceptionIds: readonly string[] = [
  'Asterisk-linking-protocols-exception',
  'CGAL-linking-exception',
  'Classpath-exception-2.0-short',
  'Digia-Qt-LGPL-exception-1.1',
  'GPL-3.0-389-ds-base-exception',
  'Independent-modules-exception',
  'Nokia-Qt-exception-1.1',
  'PCRE2-exception',
  'RRDtool-FLOSS-exception-2.0',
  'Simple-Library-Usage-exception',
  'erlang-otp-linking-exception',
  'harbour-exception',
  'kvirc-openssl-exception',
  'mxml-exception',
  'polyparse-exception',
  'romic-exception',
  'rsync-linking-exception',
  'sqlitestudio-OpenSSL-exception',
]
