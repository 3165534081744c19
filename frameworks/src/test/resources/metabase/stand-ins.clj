;; Stand-ins for the namespaces of Metabase that the plugin uses: its multimethods, with the plain behaviour of sql-jdbc.
(ns metabase.driver)
(def hierarchy (atom (make-hierarchy)))
(defn register! [driver & {:keys [parent]}] (swap! hierarchy derive driver parent))
(defmulti display-name identity :hierarchy hierarchy)
(defmulti can-connect? (fn [driver _] driver) :hierarchy hierarchy)
(defmulti database-supports? (fn [driver feature _] [driver feature]) :hierarchy hierarchy)
(register! :clickhouse :parent :sql-jdbc)

(ns metabase.driver.sql-jdbc)
(defmulti impl-table-known-to-not-exist? (fn [driver _] driver) :hierarchy metabase.driver/hierarchy)

(ns metabase.driver.sql-jdbc.common)
(defn handle-additional-options [spec {:keys [additional-options]} & {:keys [separator-style]}]
  (assert (= separator-style :url))
  (cond-> spec
    (seq additional-options) (update :subname str "?" additional-options)))

(ns metabase.driver.sql-jdbc.connection)
(defmulti connection-details->spec (fn [driver _] driver) :hierarchy metabase.driver/hierarchy)
(defn connect [spec]
  (let [properties (java.util.Properties.)]
    (doseq [[k v] (dissoc spec :classname :subprotocol :subname)]
      (.setProperty properties (name k) (str v)))
    (java.sql.DriverManager/getConnection (str "jdbc:" (:subprotocol spec) ":" (:subname spec)) properties)))
(defn can-connect? [driver details]
  (with-open [connection (connect (connection-details->spec driver details))
              statement (.createStatement connection)
              result (.executeQuery statement "SELECT 1")]
    (and (.next result) (= 1 (.getInt result 1)))))

(ns metabase.driver.sql-jdbc.execute)
(defmulti do-with-connection-with-options (fn [driver _ _ _] driver) :hierarchy metabase.driver/hierarchy)
(defmethod do-with-connection-with-options :sql-jdbc [_ spec _ f]
  (with-open [connection (metabase.driver.sql-jdbc.connection/connect spec)]
    (f connection)))
