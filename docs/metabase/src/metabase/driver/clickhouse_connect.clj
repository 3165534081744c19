(ns metabase.driver.clickhouse-connect
  "ClickHouse by ClickHouse Connect for Java. All but the connection is what Metabase's own driver for ClickHouse does."
  (:require
   [clojure.string :as str]
   [metabase.driver :as driver]
   [metabase.driver.sql-jdbc :as sql-jdbc]
   [metabase.driver.sql-jdbc.common :as sql-jdbc.common]
   [metabase.driver.sql-jdbc.connection :as sql-jdbc.conn]
   [metabase.driver.sql-jdbc.execute :as sql-jdbc.execute])
  (:import
   (java.sql SQLException)))

(set! *warn-on-reflection* true)

(driver/register! :clickhouse-connect, :parent :clickhouse)

(defmethod driver/display-name :clickhouse-connect [_] "ClickHouse Connect")

(defn- or-default [value default]
  (if (or (nil? value) (and (string? value) (str/blank? value))) default value))

(defmethod sql-jdbc.conn/connection-details->spec :clickhouse-connect
  [_ {:keys [host port dbname user password ssl] :as details}]
  (-> {:classname   "io.chconnect.jdbc.ClickHouseDriver"
       :subprotocol "chconnect"
       :subname     (str "//" (or-default host "localhost") ":" (or-default port 8123) "/" (or-default dbname "default"))
       :user        (or-default user "default")
       :password    (or password "")
       :ssl         (boolean ssl)}
      (sql-jdbc.common/handle-additional-options details :separator-style :url)))

(defmethod driver/can-connect? :clickhouse-connect
  [driver details]
  (sql-jdbc.conn/can-connect? driver details))

;; Without a session there is no time zone of one; the expressions of a question name the zone themselves.
(defmethod driver/database-supports? [:clickhouse-connect :set-timezone] [_ _ _] false)

;; That of the parent casts the connection to a class of the official driver.
(defmethod sql-jdbc.execute/do-with-connection-with-options :clickhouse-connect
  [driver db-or-id-or-spec options f]
  ((get-method sql-jdbc.execute/do-with-connection-with-options :sql-jdbc) driver db-or-id-or-spec options f))

(defmethod sql-jdbc/impl-table-known-to-not-exist? :clickhouse-connect
  [_ ^SQLException e]
  (contains? #{60 81} (.getErrorCode e)))
